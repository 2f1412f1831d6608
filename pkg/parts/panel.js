/*! Others' work in this file, and its licences: THIRD-PARTY-LICENSES.txt */
import{built_cee92ddc93cc as clausewise_build_0}from"../element.js";import{built_cee92ddc93cc as clausewise_build_1}from"./beside.js";import{built_cee92ddc93cc as clausewise_build_2}from"./compared.js";import{built_cee92ddc93cc as clausewise_build_3}from"./sides.js";import{built_cee92ddc93cc as clausewise_build_4}from"./late_styles.js";import{built_cee92ddc93cc as clausewise_build_5}from"./exact.js";import{d as x,T as a,A as o,n as A}from"../element.js";import{l as d,b as E,p as I,o as R,r as B}from"./beside.js";import{c as C}from"./compared.js";import{s as M,n as N}from"./sides.js";import"./late_styles.js";import"./exact.js";const U=60;function j(e,t){const{removed:i}=x(e.matter),u=i?a`<p role="status">${t.ui("scenario_removed",{letter:d(i.place)})}
<button type="button" part="button" class="quiet" data-act="scenario-undo" @click=${()=>f(e,()=>I(e))}>${t.ui("scenario_undo")}</button></p>`:o;if(!E(e))return i?a`<section class="scenarios" part="scenarios" aria-label=${t.ui("scenarios")}>${u}</section>`:o;const r=M(e),_=r.find(({kept:s})=>!s)?.letter??"",{entered:p,found:h,more:$,from:b}=C(e,t,r,U),y=({letter:s,kept:n})=>a`<th scope="col"><b>${t.ui("scenario",{letter:s})}</b>${n?o:a` <span class="beside">${t.ui("scenario_in_form")}</span>`}</th>`,g=({letter:s,kept:n})=>{if(!n)return a`<td></td>`;const c=(l,S,T,k)=>a`<button type="button" part="button" class="quiet" data-act=${l} aria-label=${S} @click=${()=>f(e,k)}>${T}</button>`;return a`<td data-letter=${s}><span class="bar">
${c("scenario-open",t.ui("scenario_open_of",{letter:s}),t.ui("scenario_open"),()=>R(e,n))}
${c("scenario-remove",t.ui("scenario_remove_of",{letter:s}),t.ui("scenario_remove"),()=>B(e,n))}</span></td>`},O=({text:s,difference:n,isLowest:c},l)=>a`<td data-letter=${d(l)} class=${c?"lowest":""}><span>${s}</span>${n?a` <span class="by">${t.ui("scenario_by",{by:n})}</span>`:o}${c?a` <span class="mark">${A("yes")}${t.ui("scenario_lowest")}</span>`:o}</td>`,m=(s,n)=>n.length?a`<tbody>
<tr class="group"><th scope="rowgroup" colspan=${r.length+1}>${s}</th></tr>
${n.map(c=>a`<tr><th scope="row">${c.label}</th>${c.cells.map(O)}</tr>`)}</tbody>`:o,q=r.find(({kept:s})=>s)?.letter??"";return a`<section class="scenarios" part="scenarios" aria-label=${t.ui("scenarios")}>
<h2 tabindex="-1">${t.ui("scenarios")}</h2>
${u}
${p.length?o:a`<p role="status">${t.ui("scenario_alike",{letter:_,first:q})}</p>`}
${N(e,t).map(s=>a`<p class="warn">${s}</p>`)}
<table class="side" aria-label=${t.ui("scenarios")}><thead><tr><td></td>${r.map(y)}</tr><tr class="acts"><td></td>${r.map(g)}</tr></thead>
${m(t.ui("scenario_entered"),p)}
${$?a`<tbody><tr><td colspan=${r.length+1}>${t.ui("scenario_more",{count:e.format.count($)})}</td></tr></tbody>`:o}
${m(t.ui("scenario_found"),h)}</table>
${b?a`<p class="beside">${t.ui("scenario_differences",{letter:b})}</p>`:o}
</section>`}function f({host:e},t){t(),e.requestUpdate(),e.updateComplete.then(()=>e.shadowRoot?.querySelector('.scenarios :is(h2, [data-act="scenario-undo"])')?.focus())}export{j as scenariosTemplate};
const clausewise_build=1;export{clausewise_build as built_cee92ddc93cc};
