/*! Others' work in this file, and its licences: THIRD-PARTY-LICENSES.txt */
function a({words:e,answer:{terms:n},pack:t,isBrought:u}){const i=u?void 0:e.document(n.pack),{publisher:d,name:o}=i??t?.document??{publisher:"",name:n.pack};return{name:d?e.ui("document",{publisher:d,name:o}):o,edition:n.edition==="undated"?i?.edition??e.ui("undated"):n.edition}}export{a as d};
const clausewise_build=1;export{clausewise_build as built_7dd9a56f7505};
