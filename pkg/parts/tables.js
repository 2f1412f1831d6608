/*! Others' work in this file, and its licences: THIRD-PARTY-LICENSES.txt */
import{built_cee92ddc93cc as clausewise_build_0}from"../element.js";import{built_cee92ddc93cc as clausewise_build_1}from"./bounded.js";import{built_cee92ddc93cc as clausewise_build_2}from"./section.js";import{c as O}from"../element.js";import{L as b,b as y}from"./bounded.js";import{s as C}from"./section.js";const g={payment:["late_payment"],tax:["tax_terms"],liability:["cap_floor","paid_percent","damages_by_country","uncapped_by_country","consumer_remedies","liability_notes"],law:["governing_law","territory_of_rights"],forum:["dispute_forum"],limitation:["limitation_by_country"],other:["refund_by_country","dispute_notes","country_readings"]},j=(e,{law:t,forum:s,clause:a})=>t!==void 0?e.choice("law",t):s!==void 0?e.choice("forum",s):e.sentence("shorts",a),v=(e,t)=>e.values?.[t]?.dated.at(-1)?.value??[],S=e=>[...new Set(v(e,"named_countries").flatMap(({countries:t})=>t))];function M({pack:e,words:t,names:s}){return S(e).map(a=>{const r=new Map(Object.entries(g).map(([$,i])=>{const c=i.flatMap(p=>v(e,p)).filter(({countries:p})=>p.includes(a)),n=[...new Set(c.map(p=>j(t,p)))];return[$,{texts:n,clauses:[...new Set(c.map(({clause:p})=>p))]}]}));return{code:a,name:s.countryName(a,t.lang),cells:r}})}const _=(e,t)=>t==="country"?e.name:e.cells.get(t)?.texts.join(`
`)??"";function N(e,t){const{search:s,sorted:{column:a,down:r},words:$,names:i}=e,c=new Set(s.trim()?i.findCountries(s,t.map(({code:o})=>o),$.lang):[]),n=s.trim().toLowerCase(),p=o=>!n||c.has(o.code)||Object.keys(g).some(m=>_(o,m).toLowerCase().includes(n)),d=new Intl.Collator($.locale.intl).compare,l=(o,m)=>{const[u,h]=[_(o,a),_(m,a)];return!u!=!h?u?-1:1:(r?-1:1)*d(u,h)||d(o.name,m.name)};return t.filter(p).sort(l)}function I(e){const{html:t,nothing:s,words:a,sorted:r}=e,$=M(e),i=N(e,$),c=["country",...Object.keys(g)],n=l=>t`<th scope="col"
aria-sort=${r.column===l?r.down?"descending":"ascending":s}>
<button type="button" class="sort" data-sort=${l} @click=${()=>e.sort(l)}>${a.ui(`terms.${l}`)}</button></th>`,p=(l,o)=>{const m=l.cells.get(o)?.texts??[];return t`<td class=${m.length?"differs":"base"}><span class="cell-label">${a.ui(`terms.${o}`)}</span>${m.length?m.map(u=>t`<span class="term">${u}</span>`):t`<span class="term">${a.ui("terms.base")}</span>`}</td>`},d=l=>{const o=[...new Set([...l.cells.values()].flatMap(u=>u.clauses))].sort(),m=e.link?T(e,o):[];return t`<tr class="clauses"><td colspan=${c.length}><dl>${o.map(u=>t`<div>
<dt>${e.rules?t`<a href="${e.rules}#${u}">${u}</a>`:u}</dt><dd>${a.sentence("clauses",u)}</dd></div>`)}</dl>
${m.length?t`<p class="uses">${a.ui("terms.lead",{country:l.name})}${a.colon}${m.map(u=>t`<a href=${O(e.link,{calculator:u,input:{country:l.code}})}>${a.calculator(u).title}</a> `)}</p>`:s}</td></tr>`};return t`
<div class="field kind-text"><label for="search">${a.ui("terms.search")}</label>
<span class="hint" id="search-hint">${a.ui("terms.search_hint")}</span>
<input id="search" type="search" maxlength=${b} autocomplete="off" spellcheck="false" aria-describedby="search-hint" .value=${e.search}
@input=${l=>e.find(y(l.target.value))}></div>
<p class="count" role="status" aria-live="polite">${a.ui("terms.count",{count:String(i.length),all:String($.length)})}</p>
<div class="scroll" role="region" tabindex="0" aria-label=${a.ui("terms.countries")}>
<table class="countries">
<thead><tr>${c.map(n)}</tr></thead>
<tbody>${i.map(l=>{const o=e.open.has(l.code),m=[...l.cells.values()].some(({clauses:u})=>u.length);return t`<tr id=${l.code} class=${l.code===e.marked?"marked":s} tabindex="-1" data-country=${l.code}><th scope="row">${m?t`<button type="button" class="figure" aria-expanded=${o?"true":"false"} @click=${()=>e.toggle(l.code)}>${l.name} <small>${l.code}</small></button>`:t`${l.name} <small>${l.code}</small>`}</th>${Object.keys(g).map(u=>p(l,u))}</tr>${o&&m?d(l):s}`})}</tbody>
</table>
</div>`}const T=({uses:e,byCountry:t},s)=>t.filter(a=>s.some(r=>e[r]?.calculators.includes(a)));function K(e){const{html:t,nothing:s,words:a,other:r,marked:$}=e,i=a.termKeys(),c=e.search.trim().toLowerCase(),n=d=>[a,r].some(l=>{const{term:o,meaning:m}=l.term(d);return`${o}
${m}`.toLowerCase().includes(c)}),p=i.filter(n);return t`
<div class="field kind-text"><label for="search">${a.ui("terms.search")}</label>
<span class="hint" id="search-hint">${a.ui("glossary.search_hint")}</span>
<input id="search" type="search" maxlength=${b} autocomplete="off" spellcheck="false" aria-describedby="search-hint" .value=${e.search}
@input=${d=>e.find(y(d.target.value))}></div>
<p class="count" role="status" aria-live="polite">${a.ui("glossary.count",{count:String(p.length),all:String(i.length)})}</p>
<dl class="glossary">${p.map(d=>{const{term:l,meaning:o}=a.term(d);return t`<div id=${d} class=${d===$?"marked":s} tabindex="-1">
<dt>${l} <span class="other" lang=${r.locale.tag}>${r.term(d).term}</span></dt>
<dd>${o}</dd></div>`})}</dl>`}const B=["calculation","eligibility","lookup","notice"];function D(e){const{html:t,words:s,packs:a,calculators:r,filter:$}=e,i=a.flatMap(n=>Object.entries(n.clauses).map(([p,{section:d,checked:l,kind:o=""}])=>({id:p,pack:n,section:d,checked:l,kind:o}))),c=i.filter(n=>E(e,n));return t`
<div class="cells">
<div class="field kind-text"><label for="search">${s.ui("terms.search")}</label>
<span class="hint" id="search-hint">${s.ui("rules.search_hint")}</span>
<input id="search" type="search" maxlength=${b} autocomplete="off" spellcheck="false" aria-describedby="search-hint" .value=${$.search}
@input=${n=>e.change({search:y(n.target.value)})}></div>
${x(e,"pack",a.map(({id:n})=>[n,s.document(n)?.name??n]))}
${x(e,"kind",B.map(n=>[n,s.ui(`rules.${n}`)]))}
${x(e,"calculator",r.map(n=>[n,s.calculator(n).title]))}
</div>
<p class="count" role="status" aria-live="polite">${s.ui("rules.count",{count:String(c.length),all:String(i.length)})}</p>
<ul class="rules">${c.map(n=>G(e,n))}</ul>`}function E({words:e,uses:t,filter:{search:s,pack:a,kind:r,calculator:$}},i){const c=t[i.id];if(a&&a!==i.pack.id||r&&r!==i.kind||$&&!c?.calculators.includes($))return!1;const n=s.trim().toLowerCase(),p=[i.id,e.sentence("clauses",i.id),i.section,...(c?.assumptions??[]).map(d=>e.sentence("assumptions",d))];return!n||p.some(d=>d.toLowerCase().includes(n))}function x({html:e,words:t,filter:s,change:a},r,$){const i=s[r];return e`<div class="field kind-choice"><label for=${r}>${t.ui(`rules.by_${r}`)}</label>
<select id=${r} @change=${c=>a({[r]:c.target.value})}>
<option value="" .selected=${i===""}>${t.ui("rules.all")}</option>
${$.map(([c,n])=>e`<option value=${c} .selected=${i===c}>${n}</option>`)}
</select></div>`}function G({html:e,nothing:t,words:s,format:a,uses:r,link:$,marked:i},{id:c,pack:n,section:p,checked:d,kind:l}){const{assumptions:o=[],calculators:m=[]}=r[c]??{},u=s.document(n.id),h=n.edition==="undated"?u?.edition??s.ui("undated"):n.edition,L=[u?.name??n.id,h,s.ui("section",{section:C(s,p)}),s.ui("checked",{date:a.date(d,"short")})];return e`<li id=${c} class=${c===i?"marked":t} tabindex="-1">
<p class="rule-head"><strong>${c}</strong>${l?e` <span class="kind">${s.ui(`rules.${l}`)}</span>`:t}</p>
<p>${s.sentence("clauses",c)}</p>
${o.length?e`<div class="read"><p class="cell-label">${s.ui("rules.read_as")}</p>
<ul>${o.map(f=>e`<li>${s.sentence("assumptions",f)}</li>`)}</ul></div>`:t}
<p class="source">${L.join(" · ")}</p>
${m.length?e`<p class="uses"><span class="cell-label">${s.ui("rules.used_by")}</span>
${m.map(f=>{const{title:k}=s.calculator(f);return $?e`<a href=${$.replace("{calculator}",f)}>${k}</a> `:e`<span>${k}</span> `})}</p>`:t}
</li>`}export{S as countriesIn,I as countriesTable,K as glossaryList,D as rulesTable};
const clausewise_build=1;export{clausewise_build as built_cee92ddc93cc};
