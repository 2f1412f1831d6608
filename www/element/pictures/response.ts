// Response: what passes from the opening of the case to the first response. In business hours, the days as one strip
// with the hours that count; round the clock, one bar for each plan that applies.

import { svg, type TemplateResult } from 'lit';
import type { OutValue, OutValues, PictureView } from '../types.js';
import { dayOf } from './calendar.js';
import { at, bar, BAR, beside, framed, labelled, legend, length, share, TEXT_ROW, upright, type Drawing } from './drawing.js';

const MINUTES = 24 * 60;
const ROW_GAP = 10;
/** So many days stand side by side on a phone; of more, those without work are left out. */
const MOST_DAYS = 7;

/** The share of its day that is over at a time. */
function over(time: OutValue | undefined): number {
  const [, hours, minutes] = (typeof time === 'string' && /(?:^|T)(\d\d):(\d\d)$/.exec(time)) || [];
  return share(Number(hours ?? 0) * 60 + Number(minutes ?? 0), MINUTES);
}

const timeOf = (local: string): string => local.slice(-5);
const dateOf = (local: string): string => local.slice(0, 10);

const rows = (value: OutValue | undefined): OutValues[] =>
  Array.isArray(value) ? value.filter((row) => typeof row === 'object') : [];

export function response(view: PictureView): TemplateResult | null {
  const { request, answer } = view;
  const [opened, until] = [request.input['local_time'], answer.dates['respond_by']];
  if (typeof opened !== 'string' || until === undefined) return null;
  const counted = rows(answer.figures['counted_days']);
  return counted.length ? days(view, opened, until, counted) : plans(view, opened, until);
}

/** The time said briefly: without its day where that is the day of the opening. */
const brief = ({ format }: PictureView, time: string, opened: string): string =>
  dateOf(time) === dateOf(opened) ? timeOf(time) : format.localTime(time, 'short');

function days(view: PictureView, opened: string, until: string, counted: OutValues[]): TemplateResult {
  const { words, format } = view;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.response.${key}`, values);
  const stepOf = (figure: string): Record<string, OutValue> => view.steps.get(figure)?.values ?? {};
  const [opens, closes] = [over(stepOf('figures.counted_days.0.counted_from')['opens_at']), over(stepOf('figures.counted_days.0.counted_until')['closes_at'])];

  // Days on which something counts are worked on; so may be the day of the opening, which then was over.
  const worked = new Set(counted.map((day) => dateOf(String(day['counted_from']))));
  if (stepOf('figures.in_business_hours')['opens_at'] !== undefined) worked.add(dateOf(opened));
  const [first, last] = [dayOf(dateOf(opened)) ?? 0, dayOf(dateOf(until)) ?? 0];
  const dates = last - first < MOST_DAYS
    ? Array.from({ length: last - first + 1 }, (_, index) => new Date((first + index) * 86_400_000).toISOString().slice(0, 10))
    : [...new Set([dateOf(opened), ...[...worked].slice(-MOST_DAYS)])].sort();
  const place = (local: string): number => (Math.max(dates.indexOf(dateOf(local)), 0) + over(local)) / dates.length;
  const column = (index: number, part: number): number => (index + part) / dates.length;

  const [hours, clock] = [TEXT_ROW + 6, TEXT_ROW + BAR + 12];
  const foot = clock + BAR;
  const drawn: Drawing[] = [
    beside(place(opened), 14, say('opened', { time: timeOf(opened) }), 'strong'),
    bar('track', 0, 1, hours),
    dates.map((date, index) => (worked.has(date) ? bar('main', column(index, opens), column(index, closes), hours) : '')),
    bar('track', 0, 1, clock),
    counted.filter((day) => dates.includes(dateOf(String(day['counted_from'])))).map((day) =>
      bar('half', place(String(day['counted_from'])), place(String(day['counted_until'])), clock)),
    dates.slice(1).map((_, index) => svg`<line class="rule" x1=${at(column(index + 1, 0))} x2=${at(column(index + 1, 0))} y1=${hours} y2=${foot + 24} />`),
    upright('today', place(opened), TEXT_ROW, foot + 4),
    upright('today', place(until), hours - 4, foot + 4),
    svg`<line class="axis" x1="0" x2="100%" y1=${foot + 4} y2=${foot + 4} />`,
    dates.map((date, index) => svg`<text class="quiet middle" x=${at(column(index, 0.5))} y=${foot + 20}>${format.weekday(date, dates.length > 4)}</text>`),
    beside(place(until), foot + 24 + TEXT_ROW, say('due', { time: brief(view, until, opened) }), 'strong', say('due', { time: timeOf(until) })),
  ];
  const sentences = [
    say('said', { opened: format.localTime(opened), until: format.localTime(until) }),
    ...counted.map((day) => say('day', {
      from: format.localTime(String(day['counted_from'])), until: format.localTime(String(day['counted_until'])), count: String(day['counted_minutes']),
    })),
  ];
  return framed(view, 'response', sentences, foot + 32 + TEXT_ROW, drawn, legend([{ kind: 'main', text: say('hours') }, { kind: 'half', text: say('counts') }]));
}

function plans(view: PictureView, opened: string, until: string): TemplateResult {
  const { answer, words, format } = view;
  const say = (key: string, values?: Record<string, string>): string => words.ui(`picture.response.${key}`, values);
  const resource = view.steps.get('dates.critical_resource_by');
  const applying = answer.lines.filter((line) => line['applies'] === true);
  const most = Math.max(...applying.map((line) => length(line['target_minutes'])), length(resource?.values['resource_minutes']));

  const sentences = [say('said', { opened: format.localTime(opened), until: format.localTime(until) })];
  const drawn: Drawing[] = [];
  let y = 0;
  const row = (name: string, by: string, minutes: OutValue | undefined, kind: string): void => {
    // Minutes after midnight nobody takes for the morning before.
    const head = labelled(y, name, length(minutes) < MINUTES ? timeOf(by) : brief(view, by, opened), kind === 'main' ? 'strong' : '');
    y += head.height + 2;
    drawn.push(head.drawing, bar('track', 0, 1, y), bar(kind, 0, share(length(minutes), most), y));
    y += BAR + ROW_GAP;
  };
  for (const line of applying) {
    const [plan, by] = [words.choice('plan', String(line['plan'])), String(line['respond_by'])];
    row(plan, by, line['target_minutes'], line['plan'] === answer.figures['plan'] ? 'main' : 'now');
    sentences.push(say('plan', { plan, time: format.localTime(by) }));
  }
  if (resource) {
    const by = String(resource.result);
    row(say('assigned'), by, resource.values['resource_minutes'], 'half');
    sentences.push(say('resource', { time: format.localTime(by) }));
  }
  drawn.push(
    svg`<line class="axis" x1="0" x2="100%" y1=${y - 4} y2=${y - 4} />`,
    beside(0, y + 12, say('opened', { time: timeOf(opened) }), 'quiet'),
  );
  const keys = [
    { kind: 'main', text: say('first') },
    ...(applying.length > 1 ? [{ kind: 'now', text: say('also') }] : []),
  ];
  return framed(view, 'response', sentences, y + TEXT_ROW, drawn, legend(keys));
}
