import init, { quote } from './clausewise/clausewise.js';

addEventListener('install', (event) => event.waitUntil(init().then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.url.endsWith('/refund')) event.respondWith(answer(event.request));
});

async function answer(request) {
  // A service worker is ended and started again as its browser likes.
  await init();
  return new Response(quote(await request.json()).figures.refund);
}
