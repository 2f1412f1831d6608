// Late payment: for each invoice the days that it may take, the days late, where a period begins, and the payment.

import { svg, type TemplateResult } from 'lit';
import type { OutValues, PictureView } from '../types.js';
import { dayOf } from './calendar.js';
import { at, bar, BAR, framed, labelled, legend, more, nameOf, share, SHOWN, upright, type Drawing, type Key } from './drawing.js';

const MARGIN = 3;
const ROW_GAP = 14;
/** Beyond so many the boundaries of periods would lie closer than can be told apart. */
const PERIODS_SHOWN = 24;

interface Row { name: string; line: OutValues; from: number; last: number; paid: number; paidOn: string; invoicedOn: string; period: number | undefined }

function rowsOf(view: PictureView): Row[] {
  const { request, answer, firstSteps } = view;
  const entered = request.input['lines'];
  if (!Array.isArray(entered)) return [];
  return answer.lines.slice(0, SHOWN).flatMap((line, index): Row[] => {
    const invoicedOn = String(entered[index]?.['invoiced_on']);
    const paidOn = String(entered[index]?.['paid_on'] ?? answer.as_of);
    const [from, last, paid] = [invoicedOn, line['pay_by'], paidOn].map(dayOf);
    if (from === undefined || last === undefined || paid === undefined) return [];
    // How long a period is stands in the working of their number, and nowhere else.
    const days = Number(firstSteps.get(`lines.${index}.periods`)?.values['period_days']);
    const period = days > 0 && Number(line['periods']) <= PERIODS_SHOWN ? days : undefined;
    return [{ name: nameOf(view, line['invoice'], index), line, from, last, paid, paidOn, invoicedOn, period }];
  });
}

export function lateCharge(view: PictureView): TemplateResult | null {
  const { answer, words, format } = view;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.late_charge.${key}`, values);
  const rows = rowsOf(view);
  if (!rows.length) return null;

  const start = Math.min(...rows.flatMap(({ from, paid }) => [from, paid])) - MARGIN;
  const end = Math.max(...rows.flatMap(({ last, paid }) => [last, paid])) + 1 + MARGIN;
  const place = (day: number): number => share(day - start, end - start);

  const drawn: Drawing[] = [];
  const sentences: string[] = [];
  let y = 0;
  for (const { name, line, from, last, paid, paidOn, invoicedOn, period } of rows) {
    const charge = line['outcome'] === 'charged' ? format.money(String(line['charge'])) : words.choice('outcome', String(line['outcome']));
    const head = labelled(y, name, charge);
    y += head.height + 2;
    drawn.push(
      head.drawing,
      svg`<rect class="track" x="0" width="100%" y=${y} height=${BAR} />`,
      bar('third', place(from), place(last + 1), y),
      // The last day itself is on time; the first late one is the next.
      bar('full', place(last + 1), place(paid + 1), y),
    );
    for (let day = last + 1; period !== undefined && day <= paid; day += period) {
      drawn.push(svg`<line class="limit" x1=${at(place(day))} x2=${at(place(day))} y1=${y - 3} y2=${y + BAR + 3} />`);
    }
    drawn.push(upright('anniversary', place(paid + 1), y - 5, y + BAR + 5));
    sentences.push(say('line', {
      line: name, invoiced: format.date(invoicedOn), until: format.date(String(line['pay_by'])), paid: format.date(paidOn),
    }), `${words.choice('outcome', String(line['outcome']))}${line['outcome'] === 'charged' ? `${words.colon}${charge}` : ''}${words.locale.stop}`);
    y += BAR + ROW_GAP;
  }
  const rest = more(view, answer.lines.length - rows.length, y - ROW_GAP);
  sentences.push(...rest.sentence);

  const keys: Key[] = [{ kind: 'third', text: say('on_time') }];
  if (rows.some(({ last, paid }) => paid > last)) keys.push({ kind: 'full', text: words.name('days_late', answer.calculator) });
  if (rows.some(({ period, last, paid }) => period !== undefined && paid > last)) keys.push({ kind: 'limit', text: say('period'), shape: 'line' });
  keys.push({ kind: 'anniversary', text: words.name('paid_on', answer.calculator), shape: 'line' });
  return framed(view, 'late_charge', sentences, y - ROW_GAP + 6 + rest.height, [drawn, rest.drawing], legend(keys));
}
