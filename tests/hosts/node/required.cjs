const { default: init, quote } = require('clausewise');

init().then(() => {
  const answer = quote({
    calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD',
    input: { lines: [{ fee: '1000.00', starts_on: '2025-07-31' }] },
  });
  console.log(answer.figures.refund);
});
