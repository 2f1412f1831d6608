/*! Others' work in this file, and its licences: element.licences.txt */
function a({request:e,answer:r,pack:n},i){let{values:s}=(typeof e.terms=="object"?e.terms:n)??{};return s?.[i]?.dated?.filter(({from:t})=>t===void 0||t<=r.as_of).at(-1)?.value}export{a};
