/*! Others' work in this file, and its licences: element.licences.txt */
function f({request:t,answer:a,pack:o},r){const{values:s}=(typeof t.terms=="object"?t.terms:o)??{};return s?.[r]?.dated?.filter(({from:e})=>e===void 0||e<=a.as_of).at(-1)?.value}export{f as t};
const clausewise_build=1;export{clausewise_build as built_b59be13867fa};
