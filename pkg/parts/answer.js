/*! Others' work in this file, and its licences: THIRD-PARTY-LICENSES.txt */
import{built_7dd9a56f7505 as clausewise_build_0}from"../element.js";import{built_7dd9a56f7505 as clausewise_build_1}from"./document.js";import{built_7dd9a56f7505 as clausewise_build_2}from"./kept.js";import{built_7dd9a56f7505 as clausewise_build_3}from"./bounded.js";import{A as m,s as S,T as p,E as R,d as M,w as A,h as F,f as C,e as O,g as V,j as L,p as Y,k as J,m as K,o as P,n as Q,q as U,r as X}from"../element.js";import{d as Z}from"./document.js";import{h as v,k as tt}from"./kept.js";import{L as et,b as nt}from"./bounded.js";const st=12,at=2,ot=12,rt=t=>t.length>st,ct=({text:t,picks:n})=>t.trim()!==""||Object.values(n).some(e=>e!=="");function lt(t,n,e){const{filter:s,languages:o,format:r}=t,a=s.text.toLowerCase().split(/\s+/).filter(l=>l),c=Object.entries(s.picks).filter(([,l])=>l!==""),u=l=>n.flatMap(i=>{const $=l[i.name];return $===void 0||i.kind==="list"||i.kind==="flag"?[]:[String($),...o.map(d=>S(i,$,d,r,"short"))]}).join(`
`).toLowerCase();return e.flatMap((l,i)=>c.every(([d,h])=>String(l[d])===h)&&(!a.length||a.every(d=>u(l).includes(d)))?[i]:[])}function it(t,n,e,s){const{words:o,format:r,answer:a,filter:c,narrow:u}=t,l=$=>d=>u({...c,picks:{...c.picks,[$]:d.target.value}}),i=n.flatMap($=>{const d=[...new Set(e.map(g=>g[$.name]))].filter(g=>g!==void 0);return($.kind==="choice"||$.kind==="count")&&d.length>=at&&d.length<=ot?[{out:$,values:d}]:[]});return p`<div class="filter" role="search" part="filter">
<div class="filter-field wide"><label for="filter-text">${o.ui("filter")}</label>
<input id="filter-text" type="search" maxlength=${et} part="input" data-filter="text" .value=${c.text} autocomplete="off" spellcheck="false"
placeholder=${o.ui("filter_hint")} @input=${$=>u({...c,text:nt($.target.value)})}></div>
${i.map(({out:$,out:{name:d},values:h})=>p`<div class="filter-field"><label for="filter-${d}">${o.lineName(d,a.calculator)}</label>
<select id="filter-${d}" part="input" data-filter=${d} @change=${l(d)}>
<option value="" .selected=${!c.picks[d]}>${o.ui("filter_any")}</option>
${h.map(g=>p`<option value=${String(g)} .selected=${c.picks[d]===String(g)}>${S($,g,o,r)}</option>`)}
</select></div>`)}
<p class="filter-count"><span role="status" aria-live="polite" data-filter="count">${o.ui("filter_count",{count:r.count(s),all:r.count(e.length)})}</span>
${ct(c)?p`<button type="button" part="button" class="quiet" data-act="everything" @click=${()=>u(R)}>${o.ui("filter_clear")}</button>`:m}</p>
${s?m:p`<p>${o.ui("filter_none")}</p>`}
</div>`}const ut=t=>t<=2?"two":t<=6?"few":t<=8?"some":t<=10?"many":"most",w=10;function W(t){const{answer:n,words:e,calculator:s,shown:o}=t,{lines:r}=n;if(!r.length)return m;const{lines_of:a=""}=s.answer,c=s.answer.line,u=D(t),l=u?lt(t,c,r):[...r.keys()],i=l.length-o,$=s.fields.some(({name:d,required:h})=>d===a&&!h);return p`<section class="lines">
<h2>${$?e.name(a,n.calculator):a?e.ui("answer_lines"):e.name("lines",n.calculator)}</h2>
${u?it(t,c,r,l.length):m}
${l.length?T(t,c,r,"lines",a,l.slice(0,o)):m}
${i>0?G(t,i,()=>t.more()):m}
</section>`}const D=({answer:t,calculator:n})=>n.answer.lines_of===void 0&&rt(t.lines);function $t(t){const{answer:n,words:e,calculator:s}=t;return s.answer.figures.flatMap(({name:o,kind:r,items:a=[]})=>{const c=r==="list"?E(n.figures[o]):[];return c.length?p`<section class="lines lists ${a.length>4?"wide":""}">
<h2>${e.name(o,s.calculator)}</h2>
${T(t,a,c,`figures.${o}`,a[0]?.kind==="choice"?"":o)}
</section>`:[]})}function T(t,n,e,s,o,r=[...e.keys()]){const{words:a,format:c,answer:u}=t,l=b=>a.lineName(b,u.calculator),i=n.filter(({name:b,kind:k})=>k!=="list"&&e.some(y=>y[b]!==void 0)),[$,d]=o?[void 0,i]:[i[0],i.slice(1)],[h,g]=[d.slice(0,w),d.slice(w)],I=n.filter(({kind:b})=>b==="list"),x=h.length+1,z=b=>r.reduce((k,y)=>k+E(e[y]?.[b]).length,0);return p`<table role="table" class=${ut(x)}>
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col">${$?l($.name):p`<span class="said">${a.ui(`list_${o}`)}</span>`}</th>
${h.map(({name:b,kind:k})=>p`<th role="columnheader" scope="col" class=${k}>${l(b)}</th>`)}
</tr></thead>
<tbody role="rowgroup">${r.map(b=>{const k=e[b]??{},y=`${s}.${b}`,j=[...$?[$]:[],...h].filter(({name:f})=>t.open.has(`${y}.${f}`)),B=I.map(f=>({out:f,items:E(k[f.name])})).filter(({items:f})=>f.length);return p`<tr role="row" part="line">
<th role="rowheader" scope="row" tabindex="-1" data-row=${y}>${$?pt(t,`${y}.${$.name}`,$,k[$.name]??""):a.ui(`item_${o}`,{n:c.count(b+1)})}</th>
${h.map(f=>p`<td role="cell" class="${f.kind} ${k[f.name]===void 0?"none":""}">${k[f.name]===void 0?m:p`<span class="cell-label" aria-hidden="true">${l(f.name)}</span>${H(t,`${y}.${f.name}`,f,k[f.name])}`}</td>`)}
</tr>
${j.length?p`<tr role="row" class="opened"><td role="cell" colspan=${x}>${j.map(({name:f,kind:_})=>_==="clause"?M(t,`${y}.${f}`,String(k[f])):A(t,`${y}.${f}`))}</td></tr>`:m}
${B.map(({out:f,items:_})=>p`<tr role="row" class="inner"><td role="cell" colspan=${x}>${mt(t,f.name)?dt(t,f,_,`${y}.${f.name}`,z(f.name)):ft(t,f.items??[],_,`${y}.${f.name}`)}</td></tr>`)}`})}</tbody>
</table>${g.length?T(t,g,e,s,o,r):m}`}function dt(t,{name:n,items:e=[]},s,o,r){const a=t.innerShown(o,r),c=s.length-a;return p`${T(t,e,s,o,n,[...s.keys()].slice(0,a))}${c>0?G(t,c,()=>t.innerMore(o)):m}`}const G=({words:t,format:n},e,s)=>p`<div class="bar"><button type="button" part="button" data-act="more" @click=${s}>${t.ui("more",{count:n.count(e)})}</button></div>`;function pt(t,n,e,s){const{calculator:o,words:r,format:a,request:c,choose:u,mayChoose:l}=t,{name:i}=e,$=S(e,s,r,a,"short");if(F(t,n))return C(t,n,$);if(!o.fields.some(h=>h.name===i&&h.kind==="choice")||!l(i))return p`${$}`;const d=c.input[i]===s;return p`<button type="button" class="choose" data-choose=${String(s)} aria-pressed=${d?"true":"false"}
title=${r.ui(d?"chosen":"choose_this")} @click=${()=>u(i,String(s))}>${$}</button>`}function ft(t,[n,...e],s,o){const{words:r,format:a}=t,c=s.flatMap((u,l)=>e.flatMap(({name:i,kind:$})=>{const d=`${o}.${l}.${i}`;return t.open.has(d)?[$==="clause"?M(t,d,String(u[i])):A(t,d)]:[]}));return p`<ul class="compact">${s.map((u,l)=>p`<li>
${n?p`<b>${S(n,u[n.name]??"",r,a,"short")}</b>`:m}
${e.map(i=>u[i.name]===void 0?m:H(t,`${o}.${l}.${i.name}`,i,u[i.name]))}
</li>`)}</ul>${c}`}const mt=({calculator:t},n)=>t.fields.some(({items:e})=>e?.some(({name:s})=>s===n)),E=t=>Array.isArray(t)?t.filter(n=>typeof n=="object"):[];function H(t,n,e,s=""){const{words:o,format:r}=t,a=e.tones?.[String(s)];if(a)return p`<span class="chip ${a}" data-figure=${n}>${O(V[a])}${o.choice(e.name,String(s),t.answer.calculator)}</span>`;if(e.kind==="clause"){const c=t.open.has(n);return p`<button type="button" class="cite" data-figure=${n} aria-expanded=${c?"true":"false"} aria-controls=${c?L(n):m}
@click=${()=>t.toggle(n)}><span class="said">${o.ui("clause")} </span>${s}${O("open")}</button>`}return C(t,n,S(e,s,o,r,"short"))}const N=30,q=(t,n=["warnings","reasons","assumptions"])=>p`${n.map(e=>ht(t,e))}`;function ht(t,n){const{words:e,format:s,answer:o}=t,r=yt(t,o[n],n);return r.length?p`<section class="notes ${n}" part="notes">
<h2>${e.ui(n)}</h2>
<ul>${r.slice(0,N).map((a,c)=>gt(t,n,a,c))}</ul>
${r.length>N?p`<p>${e.ui("and_more",{count:s.count(r.length-N)})}</p>`:m}
</section>`:m}function gt(t,n,e,s){const{words:o,answer:r}=t,a=[...e.clauses].map(u=>{const l=`${n}.${e.code}.${s}.${u}`;return{id:u,path:l,open:t.open.has(l)}}),c=e.lines.size>0&&(e.lines.size<r.lines.length||e.inner.length>0);return p`<li data-note=${e.code}>
${n==="warnings"?O("ask"):m}<div>
<p>${e.text}${c?p` <span class="where">${bt(t,e)}</span>`:m}
${a.map(({id:u,path:l,open:i})=>p`<button type="button" class="cite" aria-expanded=${i?"true":"false"} aria-controls=${i?L(l):m}
@click=${()=>t.toggle(l)}><span class="said">${o.ui("clause")} </span>${u}${O("open")}</button>`)}</p>
${a.map(({id:u,path:l,open:i})=>i?M(t,l,u):m)}
</div>
</li>`}function bt(t,{lines:n,inner:e}){const{calculator:s,words:o}=t,r=s.answer.lines_of;if(r===void 0)return kt(t,[...n]);const a=(l,i,$)=>{const[d,h]=o.ui(`at_${l}`,{count:String(i.length)}).split("{lines}");return p`${d}${_t(t,i,$)}${h}`},c=s.answer.line.find(({kind:l})=>l==="list")?.name,[u]=n;return[a(r,[...n],"lines"),c&&e.length?p` ${a(c,e,`lines.${u}.${c}`)}`:m]}function kt({calculator:t,answer:n,words:e,format:s,lead:o},r){const[a]=t.answer.line;return r.map((c,u)=>p`${u?e.comma:""}<a href="#lines"
@click=${l=>{l.preventDefault(),o(`lines.${c}`)}}>${a?S(a,n.lines[c]?.[a.name]??"",e,s,"short"):s.count(c+1)}</a>`)}function yt({words:t,format:n,calculator:e},s,o){const r=new Map;for(const a of s){const c=new Map(Object.entries(e.notes??{})).get(a.code)??[],u=c.flatMap(h=>{const g=a.values?.[h.name];return g===void 0?[]:[[h.name,S(h,g,t,n)]]}),l=t.sentence(o,a.code,Object.fromEntries(u)),i=St(a,c),$=[a.code,l,...i].join(" "),d=r.get($)??{code:a.code,text:l,clauses:new Set,lines:new Set,inner:i};a.clause!==void 0&&d.clauses.add(a.clause),a.line!==void 0&&d.lines.add(a.line),r.set($,d)}return[...r.values()]}function St({allocation:t,values:n},e){const s=e.find(({kind:r})=>r==="places")?.name,o=s===void 0?void 0:n?.[s];return Array.isArray(o)?o.filter(r=>typeof r=="number"):t===void 0?[]:[t]}function _t({format:t,words:n,lead:e},s,o){const r=[];for(const c of[...s].sort((u,l)=>u-l)){const u=r.at(-1);u?.[1]===c-1?u[1]=c:r.push([c,c])}const a=r.slice(0,12).map(([c,u],l)=>p`${l?n.comma:""}<a href="#${o}"
@click=${i=>{i.preventDefault(),e(`${o}.${c}`)}}>${t.count(c+1)}${u>c?`–${t.count(u+1)}`:""}</a>`);return r.length>a.length?[...a,"…"]:a}function Ot(t){const{calculator:n,words:e,format:s,request:o,answer:r,pack:a,allOpen:c,toggleAll:u}=t,l=Y({calculator:n.calculator,request:o,answer:r,get steps(){return t.steps},get firstSteps(){return t.firstSteps},pack:a,words:e,format:s}),i=D(t),$=J(t,"dates",n.answer.dates.filter(d=>!K(t,d)&&d.name!==n.answer.headline));return p`<div class="detail" part="detail">
<div class="bar actions">
${P(t)}
${i?p`<button type="button" part="button" class="quiet" data-act="list" @click=${Tt}>${e.ui("to_list")}</button>`:m}
<button type="button" part="button" class="quiet" data-act="workings" aria-pressed=${c?"true":"false"} @click=${u}>${e.ui(c?"working_none":"working_all")}</button>
${v(t)?p`<button type="button" part="button" class="quiet" data-act="calendar" @click=${()=>{tt(t)}}>${e.ui("calendar")}</button>`:m}
<button type="button" part="button" class="quiet" data-act="print" @click=${()=>print()}>${e.ui("print")}</button>
</div>
${l?p`<div class="picture" part="picture">${l}</div>`:m}
${Q(t)}
${i?q(t,["reasons"]):W(t)}
${$t(t)}
${$===m?m:p`<section class="dates"><h2>${e.ui("dates")}</h2>${$}</section>`}
${i?p`${q(t,["warnings","assumptions"])}${W(t)}`:q(t)}
${U(t)}
<p class="basis">${xt(t)}</p>
</div>`}const Tt=({currentTarget:t})=>t.getRootNode().querySelector("[data-filter]")?.focus();function xt(t){const{words:n,format:e,answer:s}=t,{name:o,edition:r}=Z(t),a=s.terms.checked??X(t.pack)??"";return n.ui("basis",{as_of:e.date(s.as_of),document:o,edition:r,checked:e.date(a),digest:s.terms.digest.slice(0,12)})}export{Ot as detailTemplate};
const clausewise_build=1;export{clausewise_build as built_7dd9a56f7505};
