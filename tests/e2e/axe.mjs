// axe, run in the page as it stands: every rule, contrast included.

import assert from 'node:assert/strict';
import axe from 'axe-core';

/**
 * No rule is off; the size of targets is on, which axe leaves to those who ask. Contrast that it could not measure
 * counts as a fault too, but in pictures, where it never can.
 */
const RUN = `
  const done = arguments[arguments.length - 1];
  const said = ({ id, help, nodes }) =>
    id + ': ' + help + ' | ' + nodes.slice(0, 3).map(({ target, failureSummary }) => target.join(' ') + ' ' + failureSummary).join(' | ');
  axe.run(document, { elementRef: true, rules: { 'target-size': { enabled: true } } }).then(
    ({ violations, incomplete }) => {
      const unmeasured = incomplete
        .filter(({ id }) => id === 'color-contrast')
        .map((rule) => ({ ...rule, nodes: rule.nodes.filter(({ element }) => !element.closest('svg')) }))
        .filter(({ nodes }) => nodes.length);
      done([...violations, ...unmeasured].map(said));
    },
    (error) => done([String(error)]));
`;

export async function assertAccessible(site, state) {
  // Colours that are still on their way to others would be measured as they pass.
  await site.driver.executeScript('for (const animation of document.getAnimations()) animation.finish()');
  // Half a megabyte, sent where it is not there yet.
  if (!await site.driver.executeScript('return !!window.axe')) await site.driver.executeScript(axe.source);
  assert.deepEqual(await site.driver.executeAsyncScript(RUN), [], state);
}
