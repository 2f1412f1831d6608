// A page that makes no markup of texts but by named policies. Lit's is the only one that the elements need; where the search
// is on the page too, it is made twice.

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
  + "require-trusted-types-for 'script'; trusted-types lit-html";

export default async function (host) {
  host.putPackage('site/clausewise');
  const one = await host.serve('site', { policy: POLICY });
  await host.visit(one.url, (visit) => visit.worksOutBoth());
  const everything = await host.serve('site', { policy: `${POLICY} 'allow-duplicates'` });
  await host.visit(`${everything.url}everything.html`, (visit) => visit.worksOutAndLooksUp());
}
