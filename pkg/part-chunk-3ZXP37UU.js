/*! Others' work in this file, and its licences: element.licences.txt */
function l({fields:n,answer:{line:s}}){let e=new Set(s.map(({name:t})=>t));return(n.find(({name:t})=>t==="lines")??n.find(({kind:t,required:a,items:i=[]})=>t==="list"&&(a||i.some(({name:r})=>e.has(r))))??n.find(({name:t})=>t==="years"))?.name??""}export{l as a};
