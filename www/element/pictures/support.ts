// Support: the day of the call as a strip of 24 hours, with the usual working hours, the call, and the time that
// counts toward the response target.

import { svg, type TemplateResult } from 'lit';
import type { PictureView } from '../types.js';
import { at, bar, BAR, beside, framed, legend, share, TEXT_ROW, upright, type Drawing, type Key } from './drawing.js';

const MINUTES = 24 * 60;

/** The share of the day that is over at 09:30; undefined for what is no time. */
function over(time: unknown): number | undefined {
  const [, hours, minutes] = (typeof time === 'string' && /(?:^|T)(\d\d):(\d\d)$/.exec(time)) || [];
  return hours === undefined || minutes === undefined ? undefined : share(Number(hours) * 60 + Number(minutes), MINUTES);
}

const timeOf = (local: string): string => local.slice(-5);
const dayOf = (local: string): string => local.slice(0, 10);

export function support(view: PictureView): TemplateResult | null {
  const { request, answer, words, format } = view;
  const called = request.input['local_time'];
  const until = answer.dates['target_until'];
  const now = over(called);
  // Only where people answer questions is there a target, and a clock that runs toward it.
  if (typeof called !== 'string' || now === undefined || until === undefined) return null;

  // The hours of that day are in the working of whether it was open; on a day without work there are none.
  const hours = view.steps.get('figures.in_usual_hours')?.values ?? {};
  const [opensAt, closesAt] = [hours['opens_at'], hours['closes_at']];
  const [opens, closes] = [over(opensAt), over(closesAt)];
  const isOpenDay = opens !== undefined && closes !== undefined;

  // What counts of this day: from the call, or the opening after it, to the target or as far as the clock runs today.
  const runsAllDay = answer.assumptions.some(({ code }) => code === 'target_runs_round_the_clock');
  const start = runsAllDay ? now : isOpenDay && now < closes ? Math.max(now, opens) : 1;
  const end = dayOf(until) === dayOf(called) ? (over(until) ?? 1) : runsAllDay ? 1 : (closes ?? 1);

  const call = words.ui('picture.support.call', { time: timeOf(called) });
  const target = words.ui('picture.support.target', { time: dayOf(until) === dayOf(called) ? timeOf(until) : format.localTime(until, 'short') });
  const [first, second] = [TEXT_ROW + 6, TEXT_ROW + BAR + 12];
  const foot = second + BAR;
  const drawn: Drawing[] = [
    beside(now, 14, call, 'strong'),
    bar('track', 0, 1, first),
    isOpenDay ? bar('main', opens, closes, first) : beside(now < 0.5 ? 0.75 : 0.25, first + 12, words.ui('picture.support.off'), 'quiet'),
    bar('track', 0, 1, second),
    start < end ? bar('half', start, end, second) : '',
    upright('today', now, TEXT_ROW, foot + 4),
    svg`<line class="axis" x1="0" x2="100%" y1=${foot + 4} y2=${foot + 4} />`,
    ...[0, 1].map((hour) => beside(hour, foot + 20, hour ? '24:00' : '00:00', 'quiet')),
    ...(isOpenDay ? [opens, closes] : []).map((hour) => svg`<line class="gap" x1=${at(hour)} x2=${at(hour)} y1=${first} y2=${first + BAR} />`),
    ...(isOpenDay ? [[opens, opensAt], [closes, closesAt]] as const : []).map(([place, time]) =>
      place > 0.16 && place < 0.84 ? beside(place, foot + 20, String(time), 'quiet') : ''),
    beside(start < end ? end : now, foot + 20 + TEXT_ROW, target, 'strong'),
  ];

  const opening = answer.dates['next_opening'];
  const sentences = [
    words.ui('picture.support.called', { time: format.localTime(called) }),
    isOpenDay
      ? words.ui('picture.support.hours', { from: String(opensAt), to: String(closesAt) })
      : words.ui('picture.support.closed'),
    words.ui('picture.support.target_said', { time: format.localTime(until) }),
    ...(opening === undefined ? [] : [words.ui('picture.support.opening', { time: format.localTime(opening) })]),
  ];
  const keys: Key[] = [
    ...(isOpenDay ? [{ kind: 'main', text: words.ui('picture.support.open') }] : []),
    ...(start < end ? [{ kind: 'half', text: words.ui('picture.support.counts') }] : []),
  ];
  return framed(view, 'support', sentences, foot + 28 + TEXT_ROW, drawn, keys.length ? legend(keys) : '');
}
