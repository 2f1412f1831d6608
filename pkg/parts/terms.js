/*! Others' work in this file, and its licences: THIRD-PARTY-LICENSES.txt */
function r({answer:e,pack:a},n){const{values:o}=a??{};return o?.[n]?.dated?.filter(({from:t})=>t===void 0||t<=e.as_of).at(-1)?.value}export{r as t};
const clausewise_build=1;export{clausewise_build as built_cee92ddc93cc};
