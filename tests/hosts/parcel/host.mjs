// Parcel, told in package.json to read what a package exports.

export default async function (host) {
  await host.script('build');
  const { url } = await host.serve('dist');
  await host.visit(url, (visit) => visit.worksOutAndLooksUp());
}
