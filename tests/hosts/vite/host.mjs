// Vite: what it builds, and its server for those who write.

export const quick = true;

export default async function (host) {
  await host.script('build');
  const built = await host.serve('dist');
  await host.visit(built.url, (visit) => visit.worksOutAndLooksUp());
  const dev = await host.start('npx', 'vite', '--host', '127.0.0.1');
  await host.visit(dev.url, (visit) => visit.worksOutAndLooksUp());
}
