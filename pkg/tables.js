/*! Others' work in this file, and its licences: element.licences.txt */
import{a as k,b as x}from"./part-chunk-745TDNCX.js";var $={payment:["late_payment"],tax:["tax_terms"],liability:["cap_floor","paid_percent","damages_by_country","uncapped_by_country","consumer_remedies","liability_notes"],law:["governing_law","territory_of_rights"],forum:["dispute_forum"],limitation:["limitation_by_country"],other:["refund_by_country","dispute_notes","country_readings"]},v=(e,{law:t,forum:s,clause:n})=>t!==void 0?e.choice("law",t):s!==void 0?e.choice("forum",s):e.sentence("shorts",n),T=(e,t)=>e.values?.[t]?.dated.at(-1)?.value??[],C=e=>[...new Set(T(e,"named_countries").flatMap(({countries:t})=>t))];function S({pack:e,words:t,names:s}){return C(e).map(n=>{let o=new Map(Object.entries($).map(([m,c])=>{let l=c.flatMap(p=>T(e,p)).filter(({countries:p})=>p.includes(n)),a=[...new Set(l.map(p=>v(t,p)))];return[m,{texts:a,clauses:[...new Set(l.map(({clause:p})=>p))]}]}));return{code:n,name:s.countryName(n,t.lang),cells:o}})}var y=(e,t)=>t==="country"?e.name:e.cells.get(t)?.texts.join(`
`)??"";function j(e,t){let{search:s,sorted:{column:n,down:o},words:m,names:c}=e,l=new Set(s.trim()?c.findCountries(s,t.map(({code:i})=>i),m.lang):[]),a=s.trim().toLowerCase(),p=i=>!a||l.has(i.code)||Object.keys($).some(g=>y(i,g).toLowerCase().includes(a)),d=new Intl.Collator(m.lang==="en"?"en":"zh-TW").compare,r=(i,g)=>{let[u,h]=[y(i,n),y(g,n)];return!u!=!h?u?-1:1:(o?-1:1)*d(u,h)||d(i.name,g.name)};return t.filter(p).sort(r)}function L(e){let{html:t,nothing:s,words:n,sorted:o}=e,m=S(e),c=j(e,m),l=["country",...Object.keys($)],a=r=>t`<th scope="col"
aria-sort=${o.column===r?o.down?"descending":"ascending":s}>
<button type="button" class="sort" data-sort=${r} @click=${()=>e.sort(r)}>${n.ui(`terms.${r}`)}</button></th>`,p=(r,i)=>{let g=r.cells.get(i)?.texts??[];return t`<td class=${g.length?"differs":"base"}><span class="cell-label">${n.ui(`terms.${i}`)}</span>${g.length?g.map(u=>t`<span class="term">${u}</span>`):t`<span class="term">${n.ui("terms.base")}</span>`}</td>`},d=r=>{let i=[...new Set([...r.cells.values()].flatMap(u=>u.clauses))].sort(),g=e.link?V(e,i):[];return t`<tr class="clauses"><td colspan=${l.length}><dl>${i.map(u=>t`<div>
<dt>${e.rules?t`<a href="${e.rules}#${u}">${u}</a>`:u}</dt><dd>${n.sentence("clauses",u)}</dd></div>`)}</dl>
${g.length?t`<p class="uses">${n.ui("terms.lead",{country:r.name})}${n.colon}${g.map(u=>t`<a href=${x(e.link,{calculator:u,input:{country:r.code}})}>${n.calculator(u).title}</a> `)}</p>`:s}</td></tr>`};return t`
<div class="field kind-text"><label for="search">${n.ui("terms.search")}</label>
<span class="hint" id="search-hint">${n.ui("terms.search_hint")}</span>
<input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-hint" .value=${e.search}
@input=${r=>e.find(r.target.value)}></div>
<p class="count" role="status" aria-live="polite">${n.ui("terms.count",{count:String(c.length),all:String(m.length)})}</p>
<div class="scroll" role="region" tabindex="0" aria-label=${n.ui("terms.countries")}>
<table class="countries">
<thead><tr>${l.map(a)}</tr></thead>
<tbody>${c.map(r=>{let i=e.open.has(r.code),g=[...r.cells.values()].some(({clauses:u})=>u.length);return t`<tr id=${r.code} class=${r.code===e.marked?"marked":s} tabindex="-1" data-country=${r.code}><th scope="row">${g?t`<button type="button" class="figure" aria-expanded=${i?"true":"false"} @click=${()=>e.toggle(r.code)}>${r.name} <small>${r.code}</small></button>`:t`${r.name} <small>${r.code}</small>`}</th>${Object.keys($).map(u=>p(r,u))}</tr>${i&&g?d(r):s}`})}</tbody>
</table>
</div>`}var V=({uses:e,byCountry:t},s)=>t.filter(n=>s.some(o=>e[o]?.calculators.includes(n)));function w(e){let{html:t,nothing:s,words:n,other:o,marked:m}=e,c=n.termKeys(),l=e.search.trim().toLowerCase(),a=d=>[n,o].some(r=>{let{term:i,meaning:g}=r.term(d);return`${i}
${g}`.toLowerCase().includes(l)}),p=c.filter(a);return t`
<div class="field kind-text"><label for="search">${n.ui("terms.search")}</label>
<span class="hint" id="search-hint">${n.ui("glossary.search_hint")}</span>
<input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-hint" .value=${e.search}
@input=${d=>e.find(d.target.value)}></div>
<p class="count" role="status" aria-live="polite">${n.ui("glossary.count",{count:String(p.length),all:String(c.length)})}</p>
<dl class="glossary">${p.map(d=>{let{term:r,meaning:i}=n.term(d);return t`<div id=${d} class=${d===m?"marked":s} tabindex="-1">
<dt>${r} <span class="other" lang=${o.lang==="en"?"en":"zh-Hant-TW"}>${o.term(d).term}</span></dt>
<dd>${i}</dd></div>`})}</dl>`}var M=["calculation","eligibility","lookup","notice"];function W(e){let{html:t,words:s,packs:n,calculators:o,filter:m}=e,c=n.flatMap(a=>Object.entries(a.clauses).map(([p,{section:d,checked:r,kind:i=""}])=>({id:p,pack:a,section:d,checked:r,kind:i}))),l=c.filter(a=>O(e,a));return t`
<div class="cells">
<div class="field kind-text"><label for="search">${s.ui("terms.search")}</label>
<span class="hint" id="search-hint">${s.ui("rules.search_hint")}</span>
<input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-hint" .value=${m.search}
@input=${a=>e.change({search:a.target.value})}></div>
${b(e,"pack",n.map(({id:a})=>[a,s.document(a)?.name??a]))}
${b(e,"kind",M.map(a=>[a,s.ui(`rules.${a}`)]))}
${b(e,"calculator",o.map(a=>[a,s.calculator(a).title]))}
</div>
<p class="count" role="status" aria-live="polite">${s.ui("rules.count",{count:String(l.length),all:String(c.length)})}</p>
<ul class="rules">${l.map(a=>E(e,a))}</ul>`}function O({words:e,uses:t,filter:{search:s,pack:n,kind:o,calculator:m}},c){let l=t[c.id];if(n&&n!==c.pack.id||o&&o!==c.kind||m&&!l?.calculators.includes(m))return!1;let a=s.trim().toLowerCase(),p=[c.id,e.sentence("clauses",c.id),c.section,...(l?.assumptions??[]).map(d=>e.sentence("assumptions",d))];return!a||p.some(d=>d.toLowerCase().includes(a))}function b({html:e,words:t,filter:s,change:n},o,m){let c=s[o];return e`<div class="field kind-choice"><label for=${o}>${t.ui(`rules.by_${o}`)}</label>
<select id=${o} @change=${l=>n({[o]:l.target.value})}>
<option value="" .selected=${c===""}>${t.ui("rules.all")}</option>
${m.map(([l,a])=>e`<option value=${l} .selected=${c===l}>${a}</option>`)}
</select></div>`}function E({html:e,nothing:t,words:s,format:n,uses:o,link:m,marked:c},{id:l,pack:a,section:p,checked:d,kind:r}){let{assumptions:i=[],calculators:g=[]}=o[l]??{},u=s.document(a.id),h=a.edition==="undated"?u?.edition??s.ui("undated"):a.edition,_=[u?.name??a.id,h,s.ui("section",{section:k(s,p)}),s.ui("checked",{date:n.date(d,"short")})];return e`<li id=${l} class=${l===c?"marked":t} tabindex="-1">
<p class="rule-head"><strong>${l}</strong>${r?e` <span class="kind">${s.ui(`rules.${r}`)}</span>`:t}</p>
<p>${s.sentence("clauses",l)}</p>
${i.length?e`<div class="read"><p class="cell-label">${s.ui("rules.read_as")}</p>
<ul>${i.map(f=>e`<li>${s.sentence("assumptions",f)}</li>`)}</ul></div>`:t}
<p class="source">${_.join(" · ")}</p>
${g.length?e`<p class="uses"><span class="cell-label">${s.ui("rules.used_by")}</span>
${g.map(f=>{let{title:R}=s.calculator(f);return m?e`<a href=${m.replace("{calculator}",f)}>${R}</a> `:e`<span>${R}</span> `})}</p>`:t}
</li>`}export{C as countriesIn,L as countriesTable,w as glossaryList,W as rulesTable};
