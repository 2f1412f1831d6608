// A column that does not apply is told with all that it hangs on.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Words } from '../../pkg/parts/find.js';
import { wordsOf } from '../../tools/languages.mjs';
import { source } from './sources.mjs';

const { Format, unseenIn } = await source('form/unseen', 'format');

const only_if = { field: 'outcome', in: ['met'], or: { field: 'severity', not_in: ['1'] }, and: { field: 'programme', in: ['PA', 'PAE'] } };
const items = [{ name: 'amount', kind: 'money', required: false, only_if }, { name: 'outcome', kind: 'choice', choices: ['met', 'refer'] }];
const field = { name: 'lines', kind: 'list', items };

for (const [lang, wanted] of [
  ['en', ['{outcome}” is {met} or “{severity}” is not', ' and “{programme}” is {PA} or {PAE}']],
  ['zh-Hant', ['{outcome}」是{met}，或者「{severity}」不是', '，而且「{programme}」是{PA} 或 {PAE}']],
]) {
  test(`in ${lang}`, () => {
    const words = new Words(lang, wordsOf(lang));
    const row = { id: 1, values: { outcome: 'refer', severity: '1', amount: '5' }, lists: {} };
    const input = { id: 0, values: { programme: 'PA' }, lists: { lines: [row] } };
    const view = { words, format: new Format(lang, 'USD'), editing: { draft: { input, envelope: { id: 2, values: {}, lists: {} } }, calculator: { calculator: 'notices', fields: [field] } } };
    const [said, ...more] = unseenIn(view, { place: { row: input, field, path: 'input.lines' }, table: { columns: [{ field: 'amount' }, { field: 'outcome' }] } });
    assert.deepEqual(more, []);
    const quoted = (key) => words.ui('left_out_text', { text: words.choice(key === 'met' ? 'outcome' : 'programme', key, 'notices') });
    for (const part of wanted) {
      const text = part.replaceAll(/\{(\w+)\}/g, (_, name) => (['met', 'PA', 'PAE'].includes(name) ? quoted(name) : words.name(name, 'notices')));
      assert.ok(said.includes(text), `${said} is without ${text}`);
    }
  });
}
