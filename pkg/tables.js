/*! Others' work in this file, and its licences: element.licences.txt */
var $={payment:["late_payment"],tax:["tax_terms"],liability:["cap_floor","paid_percent","damages_by_country","uncapped_by_country","consumer_remedies","liability_notes"],law:["governing_law","territory_of_rights"],forum:["dispute_forum"],limitation:["limitation_by_country"],other:["refund_by_country","dispute_notes","country_readings"]},x=(e,{law:s,forum:t,clause:r})=>s!==void 0?e.choice("law",s):t!==void 0?e.choice("forum",t):e.sentence("shorts",r);function T({pack:e,words:s,names:t}){let r=l=>e.values?.[l]?.dated.at(-1)?.value??[];return[...new Set(r("named_countries").flatMap(({countries:l})=>l))].map(l=>{let c=new Map(Object.entries($).map(([o,n])=>{let m=n.flatMap(r).filter(({countries:a})=>a.includes(l)),p=[...new Set(m.map(a=>x(s,a)))];return[o,{texts:p,clauses:[...new Set(m.map(({clause:a})=>a))]}]}));return{code:l,name:t.countryName(l,s.lang),cells:c}})}var y=(e,s)=>s==="country"?e.name:e.cells.get(s)?.texts.join(`
`)??"";function C(e,s){let{search:t,sorted:{column:r,down:u},words:l,names:c}=e,o=new Set(t.trim()?c.findCountries(t,s.map(({code:i})=>i),l.lang):[]),n=t.trim().toLowerCase(),m=i=>!n||o.has(i.code)||Object.keys($).some(d=>y(i,d).toLowerCase().includes(n)),p=new Intl.Collator(l.lang==="en"?"en":"zh-TW").compare,a=(i,d)=>{let[g,f]=[y(i,r),y(d,r)];return!g!=!f?g?-1:1:(u?-1:1)*p(g,f)||p(i.name,d.name)};return s.filter(m).sort(a)}function v(e){let{html:s,nothing:t,words:r,sorted:u}=e,l=T(e),c=C(e,l),o=["country",...Object.keys($)],n=a=>s`<th scope="col"
aria-sort=${u.column===a?u.down?"descending":"ascending":t}>
<button type="button" class="sort" data-sort=${a} @click=${()=>e.sort(a)}>${r.ui(`terms.${a}`)}</button></th>`,m=(a,i)=>{let d=a.cells.get(i)?.texts??[];return s`<td class=${d.length?"differs":"base"}><span class="cell-label">${r.ui(`terms.${i}`)}</span>${d.length?d.map(g=>s`<span class="term">${g}</span>`):s`<span class="term">${r.ui("terms.base")}</span>`}</td>`},p=a=>s`<tr class="clauses"><td colspan=${o.length}><dl>${[...new Set([...a.cells.values()].flatMap(i=>i.clauses))].sort().map(i=>s`<div><dt>${i}</dt><dd>${r.sentence("clauses",i)}</dd></div>`)}</dl></td></tr>`;return s`
<div class="field kind-text"><label for="search">${r.ui("terms.search")}</label>
<span class="hint" id="search-hint">${r.ui("terms.search_hint")}</span>
<input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-hint" .value=${e.search}
@input=${a=>e.find(a.target.value)}></div>
<p class="count" role="status" aria-live="polite">${r.ui("terms.count",{count:String(c.length),all:String(l.length)})}</p>
<div class="scroll" role="region" tabindex="0" aria-label=${r.ui("terms.countries")}>
<table class="countries">
<thead><tr>${o.map(n)}</tr></thead>
<tbody>${c.map(a=>{let i=e.open.has(a.code),d=[...a.cells.values()].some(({clauses:g})=>g.length);return s`<tr data-country=${a.code}><th scope="row">${d?s`<button type="button" class="figure" aria-expanded=${i?"true":"false"} @click=${()=>e.toggle(a.code)}>${a.name} <small>${a.code}</small></button>`:s`${a.name} <small>${a.code}</small>`}</th>${Object.keys($).map(g=>m(a,g))}</tr>${i?p(a):t}`})}</tbody>
</table>
</div>`}var _=(e,s)=>s.replace(/Table|note|preamble|Appendix/g,t=>e.ui(`section_${t.toLowerCase()}`)).replace(/Part (\d+)/g,(t,r)=>e.ui("section_part",{number:r}));var S=["calculation","eligibility","lookup","notice"];function w(e){let{html:s,words:t,packs:r,calculators:u,filter:l}=e,c=r.flatMap(n=>Object.entries(n.clauses).map(([m,{section:p,checked:a,kind:i=""}])=>({id:m,pack:n,section:p,checked:a,kind:i}))),o=c.filter(n=>j(e,n));return s`
<div class="cells">
<div class="field kind-text"><label for="search">${t.ui("terms.search")}</label>
<span class="hint" id="search-hint">${t.ui("rules.search_hint")}</span>
<input id="search" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-hint" .value=${l.search}
@input=${n=>e.change({search:n.target.value})}></div>
${b(e,"pack",r.map(({id:n})=>[n,t.document(n)?.name??n]))}
${b(e,"kind",S.map(n=>[n,t.ui(`rules.${n}`)]))}
${b(e,"calculator",u.map(n=>[n,t.calculator(n).title]))}
</div>
<p class="count" role="status" aria-live="polite">${t.ui("rules.count",{count:String(o.length),all:String(c.length)})}</p>
<ul class="rules">${o.map(n=>M(e,n))}</ul>`}function j({words:e,uses:s,filter:{search:t,pack:r,kind:u,calculator:l}},c){let o=s[c.id];if(r&&r!==c.pack.id||u&&u!==c.kind||l&&!o?.calculators.includes(l))return!1;let n=t.trim().toLowerCase(),m=[c.id,e.sentence("clauses",c.id),c.section,...(o?.assumptions??[]).map(p=>e.sentence("assumptions",p))];return!n||m.some(p=>p.toLowerCase().includes(n))}function b({html:e,words:s,filter:t,change:r},u,l){let c=t[u];return e`<div class="field kind-choice"><label for=${u}>${s.ui(`rules.by_${u}`)}</label>
<select id=${u} @change=${o=>r({[u]:o.target.value})}>
<option value="" .selected=${c===""}>${s.ui("rules.all")}</option>
${l.map(([o,n])=>e`<option value=${o} .selected=${c===o}>${n}</option>`)}
</select></div>`}function M({html:e,nothing:s,words:t,format:r,uses:u,link:l,marked:c},{id:o,pack:n,section:m,checked:p,kind:a}){let{assumptions:i=[],calculators:d=[]}=u[o]??{},g=t.document(n.id),f=n.edition==="undated"?g?.edition??t.ui("undated"):n.edition,k=[g?.name??n.id,f,t.ui("section",{section:_(t,m)}),t.ui("checked",{date:r.date(p,"short")})];return e`<li id=${o} class=${o===c?"marked":s} tabindex="-1">
<p class="rule-head"><strong>${o}</strong>${a?e` <span class="kind">${t.ui(`rules.${a}`)}</span>`:s}</p>
<p>${t.sentence("clauses",o)}</p>
${i.length?e`<div class="read"><p class="cell-label">${t.ui("rules.read_as")}</p>
<ul>${i.map(h=>e`<li>${t.sentence("assumptions",h)}</li>`)}</ul></div>`:s}
<p class="source">${k.join(" · ")}</p>
${d.length?e`<p class="uses"><span class="cell-label">${t.ui("rules.used_by")}</span>
${d.map(h=>{let{title:R}=t.calculator(h);return l?e`<a href=${l.replace("{calculator}",h)}>${R}</a> `:e`<span>${R}</span> `})}</p>`:s}
</li>`}export{v as countriesTable,w as rulesTable};
