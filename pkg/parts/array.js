/*! Others' work in this file, and its licences: THIRD-PARTY-LICENSES.txt */
function t(n){return function(){return n}}function r(n){return typeof n=="object"&&"length"in n?n:Array.from(n)}export{r as a,t as c};
const clausewise_build=1;export{clausewise_build as built_cee92ddc93cc};
