import init, { quote } from './clausewise/clausewise.js';

addEventListener('message', async ({ data }) => {
  await init();
  postMessage(quote(data).figures.refund);
});
