// The types of what each calculator takes and answers, from the core's own description of it, so that they cannot say
// anything else than the core does.

import { EACH, isJudged, placesOf } from '../answers.mjs';

export const pascal = (name) => name.split('_').map((word) => word[0].toUpperCase() + word.slice(1)).join('');
const singular = (name) => name.replace(/ies$/, 'y').replace(/s$/, '');
const literals = (values) => (values.length ? values.map((value) => `'${value}'`).join(' | ') : 'never');
/** More choices than these get a name. */
const FEW = 6;
const key = (name) => (/^[a-z_][a-z0-9_]*$/i.test(name) ? name : `'${name}'`);

/** Declarations of named types, in the order in which they were asked for. */
class Types {
  constructor(owner) {
    this.owner = owner;
  }

  declared = [];
  /** Long choices get a name of their own, the same for the same choices. */
  choices = new Map();

  interface(name, members, base) {
    const head = base ? `${name} extends ${base}` : name;
    this.declared.push(`export interface ${head} {${members.map((member) => `\n  ${member}`).join('')}\n}`);
    return name;
  }

  alias(name, type) {
    this.declared.push(`export type ${name} =${type.startsWith('\n') ? '' : ' '}${type};`);
    return name;
  }

  choice(name, choices) {
    if (choices.length <= FEW) return literals(choices);
    const same = choices.join();
    if (!this.choices.has(same)) {
      const type = choices.map((choice) => `\n  | '${choice}'`).join('');
      // What is asked for and what is answered may offer different choices under one name.
      const plain = `${this.owner}${pascal(name)}`;
      const isTaken = [...this.choices.values()].includes(plain);
      this.choices.set(same, this.alias(isTaken ? `${plain}Out` : plain, type));
    }
    return this.choices.get(same);
  }
}

const SIMPLE = {
  money: 'Money',
  percent: 'Percent',
  rate: 'Rate',
  ratio: 'Ratio',
  date: 'IsoDate',
  month: 'IsoMonth',
  local_time: 'LocalTime',
  time: 'TimeOfDay',
  count: 'number',
  flag: 'boolean',
  text: 'string',
  clause: 'ClauseId',
  country: 'CountryCode',
  currency: 'CurrencyCode',
};

function simple(types, { name, kind, choices }) {
  if (kind === 'choice') return choices?.length ? types.choice(name, choices) : 'string';
  if (SIMPLE[kind]) return SIMPLE[kind];
  throw new Error(`${types.owner}: ${name} is of kind ${kind}, for which there is no type`);
}

// ---- what goes in

function input(types, name, fields) {
  const dependent = fields.filter((field) => deciderOf(field, fields));
  const deciders = new Set(dependent.map((field) => deciderOf(field, fields)));
  const common = fields.filter((field) => !deciders.has(field) && !dependent.includes(field));
  const members = common.map((field) => member(types, name, field));
  if (!deciders.size) return types.interface(name, members);
  const base = types.interface(`${name}Common`, members);
  // Each choice decides for itself what belongs beside it.
  const decided = [...deciders].map((decider) => {
    const own = dependent.filter((field) => deciderOf(field, fields) === decider);
    return ` & (${decider.choices.map((choice) => `\n  | { ${variant(types, name, decider, choice, own).join('; ')} }`).join('')})`;
  });
  return types.alias(name, base + decided.join(''));
}

/** A union of forty would help nobody: what depends on such a choice is simply optional. */
const MOST_VARIANTS = 12;

/** The choice beside a field that says whether the field applies at all. */
const deciderOf = ({ only_if: condition }, fields) =>
  condition?.in && fields.find(({ name, kind, choices }) => name === condition.field && kind === 'choice' && choices.length <= MOST_VARIANTS);

/** What belongs there with one choice, and what must not. */
function variant(types, name, decider, choice, dependent) {
  const members = [`${decider.name}${decider.required ? '' : '?'}: '${choice}'`];
  for (const field of dependent) {
    if (!field.only_if.in.includes(choice)) members.push(`${field.name}?: never`);
    // What else has to hold, no type can look at.
    else members.push(`${field.name}${field.required && !field.only_if.and ? '' : '?'}: ${inputType(types, name, field)}`);
  }
  return members;
}

function inputType(types, name, field) {
  if (field.kind !== 'list') return simple(types, field);
  return `${input(types, `${name}${pascal(singular(field.name))}`, field.items)}[]`;
}

function member(types, name, field) {
  // A type cannot look at the currency: what depends on it is optional here.
  const required = field.required && !field.only_if;
  return `${comment(field)}${key(field.name)}${required ? '' : '?'}: ${inputType(types, name, field)};`;
}

/** A condition in words. */
const where = ({ field, in: within, not_in: without, or, and }) =>
  `\`${field}\` is ${within ? '' : 'not '}${(within ?? without).join(', ')}${or ? ` or ${where(or)}` : ''}${and ? ` and ${where(and)}` : ''}`;

function comment({ kind, required, min, max, above, max_decimals: decimals, max_length: length, default: standard, only_if: condition, at_most: other, one_of: repeated }) {
  const bounds = [];
  if (kind === 'list') bounds.push(`${min ?? 0} to ${max} of them`);
  else if (above !== undefined) bounds.push(`more than ${above}, at most ${max}`);
  else if (min !== undefined && max !== undefined) bounds.push(`${min} to ${max}`);
  if (other !== undefined) bounds.push(`no more than \`${other}\``);
  if (decimals !== undefined) bounds.push(`at most ${decimals} decimals`);
  if (length !== undefined) bounds.push(`at most ${length} characters`);
  if (repeated) bounds.push(`one of those in ${repeated.map((name) => `\`${name}\``).join(', ')}`);
  if (standard !== undefined) bounds.push(`default ${typeof standard === 'object' ? `\`${standard.field}\`` : standard}`);
  if (condition?.field === 'country') bounds.push(`${required ? 'required' : 'only'} where ${where(condition)}`);
  else if (condition?.not_in) bounds.push(`required unless \`${condition.field}\` is ${condition.not_in.join(', ')}, and refused there`);
  return bounds.length ? `/** ${bounds.join('; ')} */\n  ` : '';
}

// ---- what comes out

function output(types, name, outs) {
  const members = outs.map((out) => `${key(out.name)}${out.optional ? '?' : ''}: ${outputType(types, name, out)};`);
  return types.interface(name, members);
}

function outputType(types, name, out) {
  if (out.kind !== 'list') return simple(types, out);
  return out.items ? `${output(types, `${name}${pascal(singular(out.name))}`, out.items)}[]` : 'number[]';
}

export function calculatorTypes({ calculator, money, fields, answer, codes }) {
  const owner = pascal(calculator);
  const types = new Types(owner);
  input(types, `${owner}Input`, fields);
  types.interface(`${owner}Request`, [`calculator: '${calculator}';`, `${money ? 'currency' : 'currency?'}: string;`, `input: ${owner}Input;`], 'RequestEnvelope');

  const figures = output(types, `${owner}Figures`, answer.figures);
  const dates = output(types, `${owner}Dates`, answer.dates);
  const line = output(types, `${owner}Line`, answer.line);
  const owners = { figures, dates, lines: line };
  const paths = placesOf(answer).map(({ way: [root, ...rest] }) => {
    const list = rest.find((name) => name !== EACH);
    const of = list ? `NonNullable<${owners[root]}['${list}']>[number]` : owners[root];
    return `\`${[root, ...rest].join('.').replaceAll(EACH, '${number}')}.\${keyof ${of}}\``;
  });
  if (answer.between) paths.push('`between.${string}`');
  types.alias(`${owner}Figure`, paths.join(' | '));
  for (const kind of ['reasons', 'assumptions', 'warnings']) {
    types.alias(`${owner}${pascal(singular(kind))}`, literals(codes?.[kind] ?? []));
  }
  types.interface(`${owner}Answer`, [
    `calculator: '${calculator}';`,
    ...(money ? ['currency: string;'] : []),
    ...(answer.verdicts?.length ? [`verdict${isJudged(answer) ? '' : '?'}: ${literals(answer.verdicts)};`] : []),
    `figures: ${figures};`,
    `dates: ${dates};`,
    `lines: ${line}[];`,
    `steps?: Step<${owner}Figure>[];`,
    `reasons: Note<${owner}Reason>[];`,
    `assumptions: Note<${owner}Assumption>[];`,
    `warnings: Note<${owner}Warning>[];`,
  ], 'AnswerEnvelope');
  return `// ---- ${calculator}\n\n${types.declared.join('\n\n')}\n`;
}

/** What holds of all of them together; `refusals` are the codes that a request can be refused with. */
export function mapTypes(calculators, refusals) {
  const names = calculators.map(({ calculator }) => calculator);
  const map = (name, suffix) => `export interface ${name} {${names.map((each) => `\n  ${key(each)}: ${pascal(each)}${suffix};`).join('')}\n}`;
  const tabled = calculators.filter(({ portfolio }) => portfolio).map(({ calculator }) => calculator);
  return [
    '// ---- all of them',
    `export type CalculatorName = keyof Requests;`,
    map('Requests', 'Request'),
    map('Answers', 'Answer'),
    `export type PortfolioName = ${literals(tabled)};`,
    `export type RefusalCode =${refusals.map((code) => `\n  | '${code}'`).join('')};`,
  ].join('\n\n') + '\n';
}
