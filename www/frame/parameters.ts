// What an address may ask of the frame. Everybody can write an address, so nothing is taken but what is listed here, and
// only in the form that is listed: the rest is left out, as if it had not been said.

/** What the frame does with an address. */
export interface Asked {
  /** Attributes of the element, ready to be set. */
  attributes: Record<string, string>;
  /** Its custom properties, without the `--clausewise-`. */
  properties: Record<string, string>;
  scheme: string;
  request: object | undefined;
}

const LONGEST_LABEL = 120;
const LONGEST_REQUEST = 50_000;

type Reader = (value: string) => string | undefined;

const like = (form: RegExp): Reader => (value) => (form.test(value) ? value : undefined);

/** Several of them, parted by blanks; those that cannot be meant fall away one by one. */
const each = (form: RegExp): Reader => (value) => value.split(/\s+/).filter((one) => form.test(one)).join(' ') || undefined;

/** A line of text. It is only ever set as text, never as markup. */
const label: Reader = (value) => value.replace(/\p{Cc}+/gu, ' ').trim().slice(0, LONGEST_LABEL) || undefined;

/** Where a link leads: to a page, and never to a script. Relative ones count from the frame. */
const page = (base: string): Reader => (value) => (isFrom(value, base, (url) => /^https?:$/.test(url.protocol)) ? value : undefined);

/** The name of no pack: terms that the frame does not take are refused by it, and never give way to others. */
const NOT_TAKEN = 'not-taken';

/** The name of a pack of terms, or a file beside the frame: its policy lets nothing come from elsewhere. */
const pack = (base: string): Reader => (value) =>
  (/^[a-z][a-z0-9-]{0,39}$/.test(value) || isFrom(value, base, (url) => url.origin === new URL(base).origin) ? value : NOT_TAKEN);

function isFrom(value: string, base: string, belongs: (url: URL) => boolean): boolean {
  try {
    return belongs(new URL(value, base));
  } catch {
    return false;
  }
}

const attributesAt = (base: string): Record<string, Reader> => ({
  'calculator': like(/^[a-z][a-z_]{0,39}$/),
  'lang': like(/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i),
  'currency': like(/^[A-Z]{3}$/),
  'as-of': like(/^\d{4}-\d{2}-\d{2}$/),
  'hide': each(/^(as-of|currency|example|clear)$/),
  'fixed': each(/^[a-z][a-z0-9_.-]{0,59}$/),
  'keep': like(/^(tab|none)$/),
  'label-title': label,
  'label-example': label,
  'label-clear': label,
  'paper-from': label,
  'terms': pack(base),
  'rules': page(base),
  'pages': page(base),
  'glossary': page(base),
});

const COLOURS = ['accent', 'on-accent', 'surface', 'raised', 'ink', 'soft', 'line', 'edge', 'good', 'bad', 'ask'];

/** In hexadecimal, with or without the # that an address would have to write as %23. */
const colour: Reader = (value) => {
  const [, digits] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(value) ?? [];
  return digits && `#${digits}`;
};

const PROPERTIES: Record<string, Reader> = {
  ...Object.fromEntries(COLOURS.map((name) => [name, colour])),
  'radius': like(/^\d{1,2}px$/),
};

const SCHEMES = new Map([['light', 'light'], ['dark', 'dark'], ['auto', 'light dark']]);

function read(readers: Record<string, Reader>, given: URLSearchParams): Record<string, string> {
  return Object.fromEntries(Object.entries(readers).flatMap(([name, reader]) => {
    const said = given.get(name);
    const value = said ? reader(said) : undefined;
    return value === undefined ? [] : [[name, value]];
  }));
}

/** A request as JSON; which calculator answers it is said by `calculator` alone. */
function requestIn(text: string | null): object | undefined {
  if (!text || text.length > LONGEST_REQUEST) return undefined;
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
    return Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'calculator'));
  } catch {
    return undefined;
  }
}

/** What stands behind the # is sent to no server: there, and nowhere else, a frame hands over what was entered in it. */
export const HANDED_OVER = 'request';

/** Reads an address: of the frame itself, and the base of the others in it. */
export function askedBy(address: string): Asked {
  const { searchParams: given, hash } = new URL(address);
  const handedOver = new URLSearchParams(hash.slice(1)).get(HANDED_OVER);
  return {
    attributes: read(attributesAt(address), given),
    properties: read(PROPERTIES, given),
    scheme: SCHEMES.get(given.get('scheme') ?? '') ?? 'light',
    request: requestIn(handedOver) ?? requestIn(given.get('request')),
  };
}
