// What axe says of a page, as it stands in the browser.

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
  const rules = arguments[0];
  axe.run(document, { elementRef: true, rules: { 'target-size': { enabled: true } }, ...(rules.length && { runOnly: rules }) }).then(
    ({ violations, incomplete }) => {
      const unmeasured = incomplete
        .filter(({ id }) => id === 'color-contrast')
        .map((rule) => ({ ...rule, nodes: rule.nodes.filter(({ element }) => !element.closest('svg')) }))
        .filter(({ nodes }) => nodes.length);
      done([...violations, ...unmeasured].map(said));
    },
    (error) => done([String(error)]));
`;

/** The rules that go by colours. All others find the same in the dark as in the light. */
export const COLOURS = ['color-contrast', 'link-in-text-block'];

/** axe finds nothing in the page, or in the frame that the driver is in; by all rules, or by some. */
export async function assertAccessible(driver, state, rules = []) {
  // Colours that are still on their way to others would be measured as they pass.
  await driver.executeScript('for (const animation of document.getAnimations()) animation.finish()');
  // Half a megabyte, sent where it is not there yet.
  if (!await driver.executeScript('return !!window.axe')) await driver.executeScript(axe.source);
  assert.deepEqual(await driver.executeAsyncScript(RUN, rules), [], state);
}
