/*! Others' work in this file, and its licences: THIRD-PARTY-LICENSES.txt */
const n=(e,o)=>o.replace(/Table|note|preamble|Appendix|^whole$|^end$/g,a=>e.ui(`section_${a.toLowerCase()}`)).replace(/Part (\d+)/g,(a,t)=>e.ui("section_part",{number:t}));export{n as s};
const clausewise_build=1;export{clausewise_build as built_cee92ddc93cc};
