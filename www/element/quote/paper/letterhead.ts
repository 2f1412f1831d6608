// Whose sheet it is: the name, the logo and the imprint of the page's owner, as the element was told them.

import { html, nothing, type TemplateResult } from 'lit';

export interface Letterhead { from: string; logo: string; imprint: string }

/** No letterhead is longer than this. */
const LONGEST_IMPRINT = 1_000;

const LINE = new Set(['ADDRESS', 'DIV', 'DD', 'DL', 'DT', 'FOOTER', 'H1', 'H2', 'H3', 'H4', 'LI', 'OL', 'P', 'SECTION', 'TR', 'UL']);

/** A text with the lines that its elements stand in; nothing of their looks. */
function textIn(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll(/\s+/g, ' ');
  if (!(node instanceof Element)) return '';
  if (node.tagName === 'BR') return '\n';
  const text = [...node.childNodes].map(textIn).join('');
  return LINE.has(node.tagName) ? `\n${text}\n` : text;
}

const tidy = (text: string): string => text.split('\n').map((line) => line.trim()).filter(Boolean).join('\n').slice(0, LONGEST_IMPRINT);

/** An address of a picture counts from the page; whatever else it may be, it is no script. */
function addressOf(logo: string): string {
  if (!logo) return '';
  try {
    const { href, protocol } = new URL(logo, document.baseURI);
    return /^(?:https?|data|blob):$/.test(protocol) ? href : '';
  } catch {
    return '';
  }
}

export function letterheadOf(host: HTMLElement & { paperFrom?: string; paperLogo?: string }): Letterhead {
  const imprint = [...host.children].filter(({ slot }) => slot === 'imprint').map(textIn).join('\n');
  return { from: (host.paperFrom ?? '').trim(), logo: addressOf(host.paperLogo ?? ''), imprint: tidy(imprint) };
}

export function letterheadTemplate({ from, logo, imprint }: Letterhead): TemplateResult | typeof nothing {
  if (!from && !logo && !imprint) return nothing;
  return html`<header>
    <div class="from">${logo ? html`<img src=${logo} alt="">` : nothing}${from ? html`<p>${from}</p>` : nothing}</div>
    ${imprint ? html`<p class="imprint">${imprint}</p>` : nothing}
  </header>`;
}

/** A picture that has not arrived by then is left out. */
const PATIENCE = 5_000;

/** Until everything that the sheet shows is there, or is known not to come. */
export async function settled(page: Document): Promise<void> {
  const pictures = [...page.images].map(async (image) => {
    const isThere = await Promise.race([image.decode().then(() => true, () => false), new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE))]);
    if (!isThere) image.remove();
  });
  await Promise.all(pictures);
}
