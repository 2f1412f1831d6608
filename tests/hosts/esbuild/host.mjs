// esbuild leaves `new URL(…, import.meta.url)` as it is: the cores are copied, and the element is told where they lie.

export default async function (host) {
  await host.script('build');
  const { url } = await host.serve('dist');
  await host.visit(url, (visit) => visit.worksOutAndLooksUp());
  // All in one plain script, for pages that load no modules.
  await host.script('build:script');
  await host.visit(`${url}script.html`, (visit) => visit.worksOutAndLooksUp());
}
