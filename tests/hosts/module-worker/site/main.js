const worker = new Worker('worker.js', { type: 'module' });
worker.addEventListener('message', ({ data }) => { document.querySelector('output').textContent = data; });
worker.postMessage({
  calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD',
  input: { lines: [{ fee: '1000.00', starts_on: '2025-07-31' }] },
});
