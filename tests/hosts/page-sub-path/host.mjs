// A page and the package somewhere below the root of a server.

export default async function (host) {
  host.putPackage('site/files/clausewise');
  const { url } = await host.serve('site', { under: '/shop/tools' });
  await host.visit(`${url}renewals/`, (visit) => visit.worksOutAndLooksUp());
}
