import init, { quote } from 'clausewise';
import 'clausewise/element.js';
import core from 'clausewise/clausewise_bg.wasm';

export default {
  async fetch(request) {
    // Without bytes it either works or says what to hand.
    if (request.method === 'GET') return init().then(() => new Response('ready'), ({ message }) => new Response(message, { status: 500 }));
    await init({ module_or_path: core });
    return Response.json(quote(await request.json()));
  },
};
