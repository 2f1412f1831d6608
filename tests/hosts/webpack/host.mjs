// webpack without a configuration: it finds the cores by itself.

export default async function (host) {
  await host.script('build');
  const { url } = await host.serve('dist');
  await host.visit(url, (visit) => visit.worksOutAndLooksUp());
}
