// A page with a script tag, under the strictest policy that lets WebAssembly run.

export const quick = true;

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";

export default async function (host) {
  host.putPackage('site/clausewise');
  const { url } = await host.serve('site', { policy: POLICY });
  await host.visit(url, (visit) => visit.worksOutAndLooksUp());
}
