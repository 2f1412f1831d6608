// Rollup, with the plugin that takes along what `new URL(…, import.meta.url)` names.

export default async function (host) {
  await host.script('build');
  const { url } = await host.serve('dist');
  await host.visit(url, (visit) => visit.worksOutAndLooksUp());
}
