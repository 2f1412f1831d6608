// Days, months and times as whole numbers: days since 1970, months since the year 0, minutes since midnight or since 1970.

const DAY = 86_400_000;
export const DAY_MINUTES = 24 * 60;

const partsOf = (day: number): [year: number, month: number, date: number] => {
  const at = new Date(day * DAY);
  return [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
};

const dayAt = (year: number, month: number, date: number): number => Date.UTC(year, month, date) / DAY;

export function dayOf(text: string): number {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) / DAY : NaN;
  if (!Number.isInteger(day) || dayText(day) !== text) throw new RangeError(`${text} is no day`);
  return day;
}

export const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The month that a day is in. */
export function monthOf(day: number): number {
  const [year, month] = partsOf(day);
  return year * 12 + month;
}

const two = (number: number): string => String(number).padStart(2, '0');

export const monthText = (month: number): string => `${Math.floor(month / 12)}-${two((month % 12) + 1)}`;

export const monthFrom = (text: string): number => monthOf(dayOf(`${text}-01`));

export function minutesOf(text: string): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(text) ?? [];
  if (hours === undefined) throw new RangeError(`${text} is no time`);
  return Number(hours) * 60 + Number(minutes);
}

export const timeText = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

export const monthStart = (day: number): number => {
  const [year, month] = partsOf(day);
  return dayAt(year, month, 1);
};

export const monthEnd = (day: number): number => {
  const [year, month] = partsOf(day);
  return dayAt(year, month + 1, 0);
};

/** So many months later, on the month's last day where the day does not exist. */
export function plusMonths(day: number, months: number): number {
  const [year, month, date] = partsOf(day);
  return Math.min(dayAt(year, month + months, 1) + date - 1, dayAt(year, month + months + 1, 0));
}

/** The fewest months from a day that reach another. */
export function monthsTo(from: number, to: number): number {
  const byCalendar = Math.max(monthOf(to) - monthOf(from), 0);
  return plusMonths(from, byCalendar) < to ? byCalendar + 1 : byCalendar;
}

/** The month and day of `anniversary` in the year of a day, or in one beside it. */
function inYearOf(day: number, anniversary: number, beside = 0): number {
  const [, month, date] = partsOf(anniversary);
  const year = partsOf(day)[0] + beside;
  return Math.min(dayAt(year, month, date), dayAt(year, month + 1, 0));
}

export const nextAnniversary = (anniversary: number, day: number): number => {
  const own = inYearOf(day, anniversary);
  return own > day ? own : inYearOf(day, anniversary, 1);
};

export const lastAnniversary = (anniversary: number, day: number): number => {
  const own = inYearOf(day, anniversary);
  return own <= day ? own : inYearOf(day, anniversary, -1);
};

/** Which days of a week are worked on, from Monday on. */
const WEEKS: Record<string, string> = {
  monday_to_friday: '1111100', monday_to_saturday: '1111110', sunday_to_thursday: '1111001', every_day: '1111111',
};

/** When an office is at work: the days of its week but for those off, and on those from its opening until before its closing. */
export class Office {
  private readonly week: string;
  private readonly off: Set<number>;

  constructor(week: string, off: number[], private readonly opens = 0, private readonly closes = DAY_MINUTES) {
    const known = Object.hasOwn(WEEKS, week) ? WEEKS[week] : undefined;
    if (known === undefined || opens >= closes) throw new RangeError(`an office is never open ${week} from ${opens} to ${closes}`);
    this.week = known;
    this.off = new Set(off);
  }

  /** 1970 began on a Thursday. */
  works(day: number): boolean {
    return this.week[(((day + 3) % 7) + 7) % 7] === '1' && !this.off.has(day);
  }

  /** The last of so many working days after a day. */
  after(day: number, count: number): number {
    let at = day;
    for (let left = count; left > 0; left--) at = this.firstFrom(at + 1);
    return at;
  }

  isOpen(at: number): boolean {
    const minutes = at - dayIn(at) * DAY_MINUTES;
    return this.works(dayIn(at)) && this.opens <= minutes && minutes < this.closes;
  }

  openFrom(at: number): number {
    return this.isOpen(at) ? at : this.nextOpening(at);
  }

  nextOpening(at: number): number {
    const day = dayIn(at);
    return this.firstFrom(at < day * DAY_MINUTES + this.opens ? day : day + 1) * DAY_MINUTES + this.opens;
  }

  /** When so many minutes of opening are over. */
  plusOpen(from: number, minutes: number): number {
    let at = this.openFrom(from);
    for (let left = minutes; ;) {
      const today = dayIn(at) * DAY_MINUTES + this.closes - at;
      if (left <= today) return at + left;
      left -= today;
      at = this.nextOpening(at);
    }
  }

  private firstFrom(day: number): number {
    const most = 7 * (this.off.size + 1);
    for (let at = day; at < day + most; at++) if (this.works(at)) return at;
    throw new RangeError('there is no working day');
  }
}

/** The day of a local time. */
export const dayIn = (at: number): number => Math.floor(at / DAY_MINUTES);
