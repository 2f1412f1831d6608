// The clipboard, filled the way a visitor fills it, by copying from somewhere; and the browser's own way back.

import { By, Key } from 'selenium-webdriver';

/** Copies a text, from a box that stands on the page just for that. */
export async function copy(driver, text) {
  await driver.executeScript(`
    const box = document.createElement('textarea');
    box.id = 'copied';
    box.value = arguments[0];
    document.body.append(box);
    box.focus();
    box.select();
  `, text);
  const box = await driver.findElement(By.id('copied'));
  await box.sendKeys(Key.chord(Key.CONTROL, 'c'));
  await driver.executeScript('arguments[0].remove()', box);
}

/** Pastes into whatever has the focus. */
export const paste = (driver) => driver.actions().keyDown(Key.CONTROL).sendKeys('v').keyUp(Key.CONTROL).perform();

/** What Ctrl+Z does in whatever has the focus; no key reaches it in every engine that is driven. */
export const takeBack = (driver) => driver.executeScript("document.execCommand('undo')");
