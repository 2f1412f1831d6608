/*! Others' work in this file, and its licences: THIRD-PARTY-LICENSES.txt */
const d=864e5;function s(t){const e=typeof t=="string"&&/^\d{4}-\d\d-\d\d$/.test(t)?Date.parse(t):NaN;return Number.isNaN(e)?void 0:e/864e5}export{s as d};
const clausewise_build=1;export{clausewise_build as built_cee92ddc93cc};
