/*! Others' work in this file, and its licences: THIRD-PARTY-LICENSES.txt */
import{built_e7a8286c7b97 as clausewise_build_0}from"../element.js";import{built_e7a8286c7b97 as clausewise_build_1}from"./beside.js";import{built_e7a8286c7b97 as clausewise_build_2}from"./compared.js";import{built_e7a8286c7b97 as clausewise_build_3}from"./sides.js";import{built_e7a8286c7b97 as clausewise_build_4}from"./late_styles.js";import{built_e7a8286c7b97 as clausewise_build_5}from"./exact.js";import{d as E,T as e,A as c,n as I}from"../element.js";import{b as B,l as h,p as C,o as M,r as N}from"./beside.js";import{c as U}from"./compared.js";import{s as j,n as z}from"./sides.js";import"./late_styles.js";import"./exact.js";const D=60;function F(a,t){const i=B(a),{removed:u}=E(a.matter),$=u?e`<p role="status">${t.ui("scenario_removed",{letter:u.letter})}
<button type="button" part="button" class="quiet" data-act="scenario-undo" @click=${()=>_(a,".scenarios h2",()=>C(a))}>${t.ui("scenario_undo")}</button></p>`:c;if(!i)return u?e`<section class="scenarios" part="scenarios" aria-label=${t.ui("scenarios")}>${$}</section>`:c;const r=j(a),l=i.scenario-1,{entered:m,found:b,more:d,first:y}=U(a,t,r,D),g=({letter:s})=>t.ui("scenario",{letter:s}),k=(s,n)=>e`<th scope="col"><b>${g(s)}</b>${n===l?e` <span class="beside">${t.ui("scenario_in_form")}</span>`:c}</th>`,q=({letter:s},n)=>{const o=i.scenarios.at(n<l?n:n-1);if(n===l||!o)return e`<td></td>`;const p=(T,R,x,A)=>e`<button type="button" part="button" class="quiet" data-act=${T} aria-label=${R} @click=${()=>_(a,".scenarios h2",A)}>${x}</button>`;return e`<td data-letter=${s}><span class="bar">
${p("scenario-open",t.ui("scenario_open_of",{letter:s}),t.ui("scenario_open"),()=>M(a,o))}
${p("scenario-remove",t.ui("scenario_remove_of",{letter:s}),t.ui("scenario_remove"),()=>N(a,o))}</span></td>`},O=({text:s,difference:n,isLowest:o},p)=>e`<td data-letter=${h(p)} class=${o?"lowest":""}><span>${s}</span>${n?e` <span class="by">${t.ui("scenario_by",{by:n})}</span>`:c}${o?e` <span class="mark">${I("yes")}${t.ui("scenario_lowest")}</span>`:c}</td>`,f=(s,n)=>n.length?e`<tbody>
<tr class="group"><th scope="rowgroup" colspan=${r.length+1}>${s}</th></tr>
${n.map(o=>e`<tr><th scope="row">${o.label}</th>${o.cells.map(O)}</tr>`)}</tbody>`:c,S=r.at(l===0?1:0)?.letter??"";return e`<section class="scenarios" part="scenarios" aria-label=${t.ui("scenarios")}>
<h2 tabindex="-1">${t.ui("scenarios")}</h2>
${$}
${m.length?c:e`<p role="status">${t.ui("scenario_alike",{letter:h(l),first:S})}</p>`}
${z(a,t).map(s=>e`<p class="warn">${s}</p>`)}
<table class="side" aria-label=${t.ui("scenarios")}><thead><tr><td></td>${r.map(k)}</tr><tr class="acts"><td></td>${r.map(q)}</tr></thead>
${f(t.ui("scenario_entered"),m)}
${d?e`<tbody><tr><td colspan=${r.length+1}>${t.ui("scenario_more",{count:a.format.count(d)})}</td></tr></tbody>`:c}
${f(t.ui("scenario_found"),b)}</table>
${b.some(({cells:s})=>s.some(({difference:n})=>n))?e`<p class="beside">${t.ui("scenario_differences",{letter:y})}</p>`:c}
</section>`}function _({host:a},t,i){i(),a.requestUpdate(),a.updateComplete.then(()=>(a.shadowRoot?.querySelector(t)??a.shadowRoot?.querySelector('[data-act="scenario-undo"]'))?.focus())}export{F as scenariosTemplate};
const clausewise_build=1;export{clausewise_build as built_e7a8286c7b97};
