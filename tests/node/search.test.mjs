// The search: what people type, slips and all, and what they mean by it. What is meant stands among the first three.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WHOLE } from '../../tools/languages.mjs';
import { buildIndex, Words } from '../../pkg/parts/find.js';
import { calculators, read } from './core.mjs';

const languages = WHOLE.map((lang) => new Words(lang, JSON.parse(read(`pkg/words/${lang}.json`))));
const index = buildIndex(languages, new Set(['calculator', 'rule', 'service', 'country', 'glossary']));
const found = (text) => index.find(text).map(({ entry: { place, key } }) => (place === 'calculator' ? key : `${place} ${key}`));

const FIRST = 3;

const ASKED = {
  // As people put it.
  'support ran out': 'reinstatement',
  'our maintenance expired last month': 'reinstatement',
  'renewal price': 'renewal',
  'when do I have to renew': 'renewal',
  'is it cheaper to skip a year': 'compare',
  'stop paying for support': 'compare',
  'renewal reminder': 'notices',
  'passport advantage express': 'programme',
  'end of service': 'version',
  'old version still supported': 'version',
  'phone number IBM support': 'support',
  'server down call IBM': 'support',
  'flex allowance': 'flex',
  'unused flex money': 'flex',
  'convert credits': 'credits',
  'move credits to another country': 'credits',
  'exchange a service': 'swap',
  'subsidiary abroad': 'multi_country',
  'work order deadline': 'calendar',
  'azure event': 'event',
  'severity B response time': 'response',
  'SLA': 'response',
  'cancel a workshop': 'cancellation',
  'refund': 'cancellation',
  'what is included in our contract': 'addon',
  'reverse engineering': 'use_check',
  'audit': 'true_up',
  'return a licence': 'licence_return',
  'overdue invoice': 'late_charge',
  'withholding tax': 'tax',
  'how much will IBM pay for damages': 'liability',
  'sue IBM': 'dispute',
  'arbitration': 'dispute',
  // Slips of the finger.
  reinstatment: 'reinstatement',
  cancelation: 'cancellation',
  renwal: 'renewal',
  'late paymnet': 'late_charge',
  arbitraton: 'dispute',
  witholding: 'tax',
  'alowance': 'flex',
  // Chinese as people put it.
  維護過期: 'reinstatement',
  維護過期了要多少錢恢復: 'reinstatement',
  續約要多少錢: 'renewal',
  不續約會怎樣: 'compare',
  續約通知: 'notices',
  該選哪個採購方案: 'programme',
  舊版本還有支援嗎: 'version',
  下班後可以打電話嗎: 'support',
  額度會被沒收嗎: 'flex',
  主動折讓: 'credits',
  換服務: 'swap',
  海外子公司: 'multi_country',
  工作訂單到期: 'calendar',
  活動上線: 'event',
  'B 級案件多久回應': 'response',
  取消訓練課程退款: 'cancellation',
  加購服務: 'addon',
  可以出租嗎: 'use_check',
  用量超過授權: 'true_up',
  買錯了可以退嗎: 'licence_return',
  發票逾期: 'late_charge',
  滯納金: 'late_charge',
  預扣稅: 'tax',
  營業稅: 'tax',
  資料遺失要賠多少: 'liability',
  提告期限: 'dispute',
  準據法: 'dispute',
  // Simplified characters, full-width letters, a wrong character among right ones.
  维护过期: 'reinstatement',
  赔偿上限: 'liability',
  取消服务退款: 'cancellation',
  续约: 'renewal',
  ＡＺＵＲＥ活動: 'event',
  賠賞上限: 'liability',
  // Rules, services, countries and terms of the trade.
  'MS-UES-15': 'rule MS-UES-15',
  'ms ues 15': 'rule MS-UES-15',
  'IBM-SS-14': 'rule IBM-SS-14',
  'ilan-34': 'rule ILAN-34',
  'designated engineering': 'service designated_engineering',
  指定工程: 'service designated_engineering',
  駭客松: 'service hackathon',
  'Azure Rapid Response': 'service rapid_response',
  SfMC: 'service support_for_mission_critical',
  Germany: 'country DE',
  germny: 'country DE',
  台灣: 'country TW',
  臺灣: 'country TW',
  台湾: 'country TW',
  'co-term': 'glossary co_term',
  PoE: 'glossary proof_of_entitlement',
  切齊: 'glossary co_term',
  'what is UER': 'glossary unified_enhanced_response',
  下游地點: 'glossary downstream_location',
};

for (const [text, wanted] of Object.entries(ASKED)) {
  test(text, () => {
    const first = found(text).slice(0, FIRST);
    assert.ok(first.includes(wanted), `${text}: ${first.join(', ') || 'nothing'} instead of ${wanted}`);
  });
}

test('every calculator is found by its own title and question, in either language', () => {
  for (const { calculator } of calculators()) {
    for (const words of languages) {
      const { title, question } = words.calculator(calculator);
      for (const text of [title, question]) assert.ok(found(text).slice(0, FIRST).includes(calculator), `${text}: ${found(text).slice(0, FIRST)} instead of ${calculator}`);
    }
  }
});

test('every rule is found by its number, every term by its name', () => {
  for (const id of languages[0].ruleIds()) assert.equal(found(id)[0], `rule ${id}`);
  for (const words of languages) {
    for (const key of words.termKeys()) {
      const { term } = words.term(key);
      assert.ok(found(term).slice(0, 5).includes(`glossary ${key}`), `${term}: ${found(term).slice(0, 5)}`);
    }
  }
});

test('it answers while a word is still being typed', () => {
  for (const text of ['reins', 'cancel', 'withh', '重續', '賠償']) assert.ok(found(text).length > 0, text);
});

test('what nobody here knows finds nothing', () => {
  for (const text of ['qqqqxyz', '咖啡豆', '???', '']) assert.deepEqual(found(text), [], text);
});

test('only what the page has a place for is found', () => {
  const few = buildIndex(languages, new Set(['calculator']));
  assert.ok(few.find('refund').every(({ entry }) => entry.place === 'calculator'));
});
