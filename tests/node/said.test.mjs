// Sentences that once said more, or less, than their document: what each has to say, and what it must not say again.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../tools/languages.mjs';

const words = Object.fromEntries(
  ['en', 'zh-Hant'].map((language) => [language, wordsOf(language)]),
);

/** Where a sentence stands, and for each language what it has to hold and what it must not. */
const SAID = [
  // L995: the portal and "AEM" are for what has to do with the event, not for every case of an Azure solution.
  [['clauses', 'MS-UES-63'], { en: [/cases about that event/u, /cases about (an |the |any )?Azure/u], 'zh-Hant': [/和該活動有關的案件/u, /和 Azure 解決方案有關的案件/u] }],
  // Two words of the source, two of ours: the Philippines name one of them, the first part the other.
  [['choices', 'damage.exemplary'], { en: [/exemplary/iu, /punitive/iu], 'zh-Hant': [/exemplary/u, /punitive/u] }],
  [['choices', 'damage.punitive'], { en: [/punitive/iu, /exemplary/iu], 'zh-Hant': [/punitive/u, /exemplary/u] }],
  // The base clause is no country's, and the country's is not the base.
  [['reasons', 'damage_excluded'], { en: [/Part 1/u, /country/iu], 'zh-Hant': [/第 1 部分/u, /國/u] }],
  [['reasons', 'damage_excluded_here'], { en: [/Part 2/u, /Part 1/u], 'zh-Hant': [/第 2 部分/u, /第 1 部分/u] }],
  // Only the agreement on the relationship is spared: terms there are.
  [['glossary', 'passport_advantage_express', 'meaning'], { en: [/no relationship agreement/u, /no contract/iu], 'zh-Hant': [/不必簽關係合約/u, /不必簽合約/u] }],
  // The day itself is a served one.
  [['glossary', 'end_of_service', 'meaning'], { en: [/still served/u, /from this day on/iu], 'zh-Hant': [/當天仍有服務/u, /從這一天起/u] }],
  // Any damage to property or to the environment, not a grave one alone.
  [['choices', 'intended_use.high_risk'], { en: [/damage to property or the environment/u, /(grave|severe|major) (damage|harm)/iu], 'zh-Hant': [/損害財產、環境/u, /重大(損害|損失)/u] }],
  [['clauses', 'ILAN-04'], { en: [/damage to property or the environment/u, /(grave|severe|major) (damage|harm)/iu], 'zh-Hant': [/損害財產、環境/u, /重大(損害|損失)/u] }],
  // What makes a site the brochure does not say.
  [['hints', 'sites'], { en: [/offices/u, /floor|building/iu], 'zh-Hant': [/辦公地點/u, /樓層|同一棟/u] }],
  // L57 makes payment due on receipt: the time runs from there, and not from the end of what is still in time.
  [['hints', 'due_on'], { en: [/invoice came, not the last day/u, /\d/u], 'zh-Hant': [/是收到發票的日期，不是最晚付款日/u, /\d/u] }],
];

for (const [path, said] of SAID) {
  for (const [language, [has, lacks]] of Object.entries(said)) {
    test(`${path.join(' ')} in ${language} says what the document does`, () => {
      const text = path.reduce((found, key) => found[key], words[language]);
      assert.match(text, has);
      assert.doesNotMatch(text, lacks);
    });
  }
}
