/*! Others' work in this file, and its licences: element.licences.txt */
var t,n,r=()=>t;function i(){return n??=import("./countries.js").then(e=>t=e),n.catch(()=>{n=void 0}),n}var s=(e,o)=>t?.countryName(e,o)??e;export{r as a,i as b,s as c};
