// A page that allows no script at all: the calculator comes in a frame.

const PAGE = "default-src 'none'; frame-src 'self'";

export default async function (host) {
  host.putPackage('site/clausewise');
  const { url } = await host.serve('site', { policy: (path) => (path === '/index.html' ? PAGE : undefined) });
  await host.visit(url, async (visit) => {
    await visit.enter('iframe');
    await visit.worksOutCancellation();
  });
}
