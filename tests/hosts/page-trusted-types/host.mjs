// A page that makes no markup of texts but by named policies. Lit's is the only one that the element needs.

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
  + "require-trusted-types-for 'script'; trusted-types lit-html";

export default async function (host) {
  host.putPackage('site/clausewise');
  const { url } = await host.serve('site', { policy: POLICY });
  await host.visit(url, (visit) => visit.worksOutBoth());
}
