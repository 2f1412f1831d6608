// The Chinese: as a price desk in Taipei writes it. One name a thing, as docs/terms.md has it, neutral where a contract is restated or
// judged, no signs and no words from elsewhere. Only what people type to find something (the keywords) is theirs.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { versions } from 'node:process';
import { test } from 'node:test';
import { wordsOf } from '../../tools/languages.mjs';
import { CLDR, folded } from '../../tools/names.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const HAN = /\p{Script=Han}/u;

/** Every sentence with its section and its key. */
function sentences(value, keys = []) {
  if (typeof value === 'string') return [{ section: keys[0], place: keys.join(' '), text: value }];
  return Object.entries(value).flatMap(([key, inner]) => sentences(inner, [...keys, key]));
}

const words = sentences(wordsOf('zh-Hant')).filter(({ section }) => section !== 'keywords');

/** What stands in a page's source in Chinese, run by run. */
function chineseIn(path) {
  const source = read(path)
    .replaceAll(/ data-en="[^"]*"/g, '')
    .replaceAll(/<(\w+)[^>]*\blang="en"[^>]*>.*?<\/\1>/g, '')
    .replaceAll('<wbr>', '');
  const runs = [...source.matchAll(/(?:content|title|aria-label)="([^"]*)"|>([^<]*)</g)].map(([, said, shown]) => said ?? shown);
  return runs.map((text) => text.trim()).filter((text) => HAN.test(text)).map((text) => ({ section: 'page', place: path, text }));
}

const sources = readdirSync(new URL('www/pages/', root), { recursive: true }).filter((name) => name.endsWith('.html')).sort();
const menu = sentences(JSON.parse(read('www/pages/menu.json'))).filter(({ place }) => place.endsWith('zh-Hant')).map((each) => ({ ...each, section: 'page' }));
const pages = [...sources.flatMap((name) => chineseIn(`www/pages/${name}`)), ...menu, ...chineseIn('www/partner.html')];
const everywhere = [...words, ...pages];

/** Where a contract is restated, read or judged, and where a form says what to enter. */
const NEUTRAL = ['verdicts', 'reasons', 'assumptions', 'warnings', 'clauses', 'shorts', 'names', 'hints', 'glossary', 'formula', 'headlines'];
const neutral = words.filter(({ section }) => NEUTRAL.includes(section));

const holds = (all, pattern) => all.filter(({ text }) => pattern.test(text)).map(({ place, text }) => `${place}: ${text}`);
const without = (all, pattern, instead) => assert.deepEqual(holds(all, pattern), [], `${pattern} (${instead})`);

test('there is Chinese to look at', () => {
  assert.ok(words.length > 2500 && pages.length > 400, `${words.length} sentences, ${pages.length} of pages`);
  assert.deepEqual(NEUTRAL.filter((section) => !neutral.some((each) => each.section === section)), []);
});

test('brackets are as wide as the characters', () => {
  without(everywhere.filter(({ text }) => HAN.test(text)), /[()]/, 'write （ and ）');
});

/** Blanks that are filled with Chinese, and with what ends in 日. */
const FILLED = ['country', 'item', 'currency', 'location', 'line', 'field', 'fields', 'name', 'term', 'label', 'path', 'way', 'service', 'use', 'uses', 'verdict', 'what', 'list', 'status', 'condition', 'one', 'other', 'difference', 'refreshed', '0', '1', '2'];
const DAYS = ['date', 'day', 'acquired', 'careful', 'returned', 'invoiced', 'paid', 'bought', 'checked', 'as_of'];

test('no blank stands between two Chinese characters, nor beside what becomes one', () => {
  without(everywhere, /\p{Script=Han}\s+\p{Script=Han}/u, 'no blank');
  // The line of a table that holds what cannot be read is a number.
  without(everywhere.filter(({ place }) => place !== 'ui table_no_text'), new RegExp(`\\p{Script=Han} \\{(?:${FILLED.join('|')})\\}|\\{(?:${[...FILLED, ...DAYS].join('|')})\\} \\p{Script=Han}`, 'u'), 'no blank');
});

/** Words of the mainland, with what Taiwan says. */
const ELSEWHERE = {
  軟件: '軟體', 硬件: '硬體', 信息: '資訊', 網絡: '網路', 默認: '預設', 缺省: '預設', 視頻: '影片', 服務器: '伺服器', 打印: '列印', 界面: '介面',
  賬: '帳', 激活: '啟用', 文檔: '文件', 鏈接: '連結', 屏幕: '螢幕', '取整(?!數)': '取整數', 裁決: '判斷', 仲裁員: '仲裁人', 許可證: '授權', 菜單: '選單',
  兼容: '相容', 搜索: '搜尋', 刷新: '重新整理', 反饋: '意見', 郵箱: '信箱', 登陸: '登入', '(?<![現正])在線(?!上)': '線上', 定制: '客製', 周年: '週年', '周[一二三四五六日末]': '週',
  優化: '最佳化', 計算機: '電腦', 數據庫: '資料庫', 字符: '字元', 字節: '位元組', 雙擊: '按兩下', 質量: '品質', 內存: '記憶體', 硬盤: '硬碟',
  導出: '匯出', 導入: '匯入', 粘貼: '貼上', 復制: '複製', 創建: '建立', 設置: '設定', 調用: '呼叫', 響應: '回應', 支持: '支援', 通過: '透過', 禁制令: '禁令救濟',
  判給: '准許', 稅務局: '政府機關', 臺: '台',
};

test('no words of the mainland', () => {
  for (const [word, ours] of Object.entries(ELSEWHERE)) without(everywhere, new RegExp(word, 'u'), ours);
});

/** Other names of a thing, with the one that it goes by here. */
const NAMES = {
  下游支援地點: '下游地點', '主機(?!地點|代管)': '主機地點', '稅捐機關|稅務機關': '政府機關', '交付仲裁|爭議，?交': '提付仲裁', '強行法|強制規定': '強行規定',
  '消費者保證|消費者默示保證|消費者保護法': '消費者法的默示保證', 公民: '國籍', 依現況: '依現狀', 成功專案經理: '客戶成功經理', 雲端入口網站: '雲端服務入口網站',
  '更新的(續約)?報價': '更新後的報價', '首 [\\d{]': '前 … 個月', '沒寫明|未明定|沒有寫明|沒寫清楚|文字不清楚': '文件未寫明', 理由: '原因',
  '[\\d}]\\s?位(獨任)?仲裁人|仲裁人 ?\\d+ ?位': '名', '例外國家(?!或地區)': '例外國家或地區', 嚴重變差: '嚴重受損', 一個單位: '每單位', '並未列完|未列完': '僅為例示', 可行時: '若有提供',
  '取得的?對象': '供貨廠商', 再回來: '恢復', 沒列的: '未列於', 中小企業: '較小型企業', 統一企業支援服務說明: '統一企業服務支援服務說明', 史瓦濟蘭的: '史瓦帝尼', 厄瓜多爾: '厄瓜多',
  '與 IBM、Microsoft 無關': '並非由 IBM 或 Microsoft 提供',
};

test('a thing goes by one name', () => {
  for (const [other, ours] of Object.entries(NAMES)) without(everywhere, new RegExp(other, 'u'), ours);
});

test('what is not stated is not stated in the document, in these words', () => {
  without(words, /(?<!文件(都|多半)?)未寫明/u, '文件未寫明');
  without(pages, /(?<!文件|條文)未寫明/u, '文件未寫明');
  // 「語言，文件未寫明」 hangs in the air: what has no verb goes behind.
  without(everywhere, /(?:^|[。；：，])(?:語言|稅率|費率|天數|計算單位|服務時間|人數下限|數量上限|最低價格|匯率來源|城市|(?:[^，。；]{1,4}與)?(?:仲裁人數|語言))，文件未寫明/u, '文件未寫明 …');
});

test('each vendor has its own hours', () => {
  const clauses = words.filter(({ section }) => section === 'clauses');
  without(clauses.filter(({ place }) => place.includes('MS-UES')), /上班時間/u, '營業時間');
  without(clauses.filter(({ place }) => !place.includes('MS-UES')), /營業時間/u, '上班時間');
});

test('readings are those of the calculator, which stands on other sites too', () => {
  without(neutral, /這裡/u, '本試算');
  without(words, /本站|本網站/u, '本試算');
});

test('verdicts, reasons, readings and clauses are not spoken', () => {
  without(neutral, /怎麼|怎樣|算不算|來得及|來不及|頂多|就好|(?<!識)別等|行不通|談不攏|接著數|不猜|編一個|拿不到|多[大少久]算|(?<!可)能不能|會不會|有沒有|是不是|要不要|准不准|同不同意|還收不收|就夠了|沒用完|卻是/u, 'as it is written');
  without(neutral, /(?<!列)印(?!尼|度|製)/u, '所載, 有誤');
});

test('what heads a column is a name, not a question', () => {
  without(words.filter(({ section }) => section === 'names'), /哪|誰|什麼|嗎|？|幾/u, 'a noun, or 是否 …');
});

/** Terms of docs/terms.md: the second column, one by one. */
const terms = read('docs/terms.md').split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| English'))
  .flatMap((line) => line.split(' | ')[1].split('、').map((term) => term.trim()));

test('every term of the list is in use', () => {
  assert.ok(terms.length > 100);
  const said = everywhere.map(({ text }) => text).join('\n');
  const outside = (term) => term.replace(/（.*）$/, '');
  assert.deepEqual(terms.filter((term) => !said.includes(term) && !said.includes(outside(term))), []);
});

/** Countries that go by another name here than in the languages' data: by that which Taiwan's government or its trade has for them. */
const OTHERWISE = {
  AI: '安圭拉', AW: '阿魯巴', BQ: '波奈、聖佑達修斯及薩巴', CD: '剛果民主共和國', CG: '剛果共和國', CW: '古拉索', HK: '香港', KR: '韓國', MO: '澳門', PS: '巴勒斯坦',
  WF: '瓦利斯及富圖納群島', YT: '馬約特',
};
const countries = JSON.parse(read('www/words/zh-Hant/countries.json'));

test('countries go by the names that Taiwan has for them', { skip: versions.cldr !== CLDR && 'another edition of the languages’ data' }, () => {
  const shown = new Intl.DisplayNames(['zh-TW'], { type: 'region' });
  const others = Object.entries(countries).map(([code, names]) => [code, names[0]]).filter(([code, name]) => name !== shown.of(code));
  assert.deepEqual(Object.fromEntries(others), OTHERWISE);
  const allies = { SZ: '史瓦帝尼', KN: '聖克里斯多福及尼維斯', VC: '聖文森及格瑞那丁', LC: '聖露西亞' };
  for (const [code, name] of Object.entries(allies)) assert.equal(countries[code][0], name);
});

test('a country is found by what the licence prints as well', () => {
  for (const { iso, zh } of JSON.parse(read('tests/transcribed/ilan_countries.json'))) {
    const names = countries[iso].map(folded);
    // Several territories stand under one code: each is named, alone or in the list of them.
    assert.ok(names.some((name) => name === folded(zh)), `${iso}: ${zh}`);
  }
});
