// A page that makes no markup of texts but by named policies, and has given Lit's own name away already: each script of the
// package asks for one policy, under a name of its own.

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
  + "require-trusted-types-for 'script'; trusted-types lit-html clausewise clausewise-search";

export default async function (host) {
  host.putPackage('site/clausewise');
  const { url } = await host.serve('site', { policy: POLICY });
  await host.visit(url, (visit) => visit.worksOutAndLooksUp());
}
