// Writes into every page what the pages have in common and each has in full: the menu, the links at the foot, and where a
// page's calculator leads. Pages are plain HTML without a build; this is where these parts are edited:
// `node tools/menus.mjs`.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const MENU = [
  [['IBM 軟體維護', 'IBM support'], [
    ['compare', '續約還是先停', 'Renew or lapse'],
    ['renewal', '續約', 'Renewal'],
    ['reinstatement', '重續', 'Reinstatement'],
    ['notices', '續約通知', 'Renewal notices'],
    ['programme', '選 PA 或 PAE', 'PA or Express'],
    ['version', '版本與服務終止', 'Versions'],
    ['support', '技術支援', 'Getting support'],
  ]],
  [['Microsoft 統一支援', 'Microsoft support'], [
    ['addon', '服務與加購', 'Services to order'],
    ['flex', '彈性額度', 'Flex allowance'],
    ['credits', '主動折讓', 'Proactive credits'],
    ['swap', '更換服務', 'Swapping a service'],
    ['multi_country', '多國支援', 'Several countries'],
    ['calendar', '工作訂單日程', 'Work order dates'],
    ['event', 'Azure 事件管理', 'Azure events'],
    ['response', '首次回應', 'First response'],
    ['cancellation', '取消服務', 'Cancellation'],
  ]],
  [['IBM 授權合約', 'IBM licence'], [
    ['use_check', '使用範圍', 'Permitted use'],
    ['true_up', '超額補購', 'True-up'],
    ['licence_return', '退回授權', 'Returning a licence'],
    ['late_charge', '滯納金', 'Late charge'],
    ['tax', '稅與預扣', 'Tax and withholding'],
    ['liability', '賠償上限', 'Liability'],
    ['dispute', '準據法與爭議', 'Law and disputes'],
  ]],
  [['查閱', 'Look up'], [
    ['rules', '全部條款', 'All rules'],
    ['countries', '各國條款', 'Countries'],
    ['glossary', '名詞解釋', 'Glossary'],
  ]],
];

const LOOKED_UP = MENU.at(-1)[1];

/** Every page that a menu names. */
export const NAMED = MENU.flatMap(([, entries]) => entries.map(([name]) => name));

const NAV = '<nav aria-label="試算項目"';

const both = (zh, en) => `<span lang="zh-Hant-TW">${zh}</span><span lang="en">${en}</span>`;

/** The menu as it stands in a page, that page marked. */
function menu(page) {
  const groups = MENU.map(([[zh, en], entries]) => {
    const here = entries.some(([name]) => `${name}.html` === page);
    const items = entries.map(([name, zh, en]) => {
      const current = `${name}.html` === page ? ' aria-current="page"' : '';
      return `            <li><a href="${name}.html"${current}>${both(zh, en)}</a></li>\n`;
    });
    return `        <details name="calculators"${here ? ' class="here"' : ''}>
          <summary>${both(zh, en)}</summary>
          <ul>
${items.join('')}          </ul>
        </details>
`;
  });
  return `${NAV} data-en="Calculators">\n${groups.join('')}      </nav>`;
}

/** The links at the foot of a page. */
const foot = () => `<ul class="look-up">
${LOOKED_UP.map(([name, zh, en]) => `        <li><a href="${name}.html">${both(zh, en)}</a></li>\n`).join('')}      </ul>`;

/** Citations of a calculator's own page lead to their rules, answers to other calculators, terms to the glossary. */
const leading = (name) => `<clausewise-quote calculator="${name}" rules="rules.html" pages="{calculator}.html" glossary="glossary.html">`;

/** A page with these parts as they should be. */
export function withMenus(page, html) {
  // A page of somebody else's has a menu of its own.
  if (!html.includes(NAV)) return html;
  const name = page.replace('.html', '');
  return html
    .replace(/<nav aria-label="試算項目"[\s\S]*?<\/nav>/, () => menu(page))
    .replace(/(<footer class="foot">\s*<div class="wide">\s*)(?:<ul class="look-up">[\s\S]*?<\/ul>\s*)?(?=<p)/, (_, before) => `${before}${foot()}\n      `)
    .replace(new RegExp(`<clausewise-quote calculator="${name}"[^>]*>`), () => leading(name));
}

export const folder = new URL('../www/', import.meta.url);

export const PAGES = readdirSync(folder).filter((name) => name.endsWith('.html'));

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const page of PAGES) {
    const html = readFileSync(new URL(page, folder), 'utf8');
    const written = withMenus(page, html);
    if (written !== html) writeFileSync(new URL(page, folder), written);
  }
}
