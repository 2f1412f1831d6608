await navigator.serviceWorker.register('service.js', { type: 'module' });
await navigator.serviceWorker.ready;
if (!navigator.serviceWorker.controller) {
  await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
}
const response = await fetch('refund', {
  method: 'POST',
  body: JSON.stringify({
    calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD',
    input: { lines: [{ fee: '1000.00', starts_on: '2025-07-31' }] },
  }),
});
document.querySelector('output').textContent = await response.text();
