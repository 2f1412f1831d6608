  {name}: {
    // … how it is worked out by hand.
    typed: { as_of: '2026-11-21', 'input.lines.0.quantity': '2' },
    sent: { calculator: '{name}', as_of: '2026-11-21', input: { lines: [{ quantity: 2 }] } },
    headline: 'figures.quantity',
    shown: '2',
    clause: '{rule}',
    line: { path: 'lines.0.counted', shown: '2', clause: '{rule}' },
  },
