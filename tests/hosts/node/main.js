import init, { quote } from 'clausewise';

const request = {
  calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD',
  input: { lines: [{ fee: '1000.00', starts_on: '2025-07-31' }] },
};

let early;
try {
  quote(request);
} catch ({ message }) {
  early = message;
}
await init();
console.log(JSON.stringify({ early, refund: quote(request).figures.refund }));
