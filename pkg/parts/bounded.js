/*! Others' work in this file, and its licences: THIRD-PARTY-LICENSES.txt */
const o=200,c=s=>s.slice(0,200);export{o as L,c as b};
const clausewise_build=1;export{clausewise_build as built_cee92ddc93cc};
