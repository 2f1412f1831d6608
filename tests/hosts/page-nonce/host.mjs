// A page whose scripts run by a nonce, new each time; what they load in turn runs with them.

const POLICY = "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'nonce-{nonce}'; connect-src 'self'";

export default async function (host) {
  host.putPackage('site/clausewise');
  const { url } = await host.serve('site', { policy: POLICY });
  await host.visit(url, (visit) => visit.worksOutAndLooksUp());
}
