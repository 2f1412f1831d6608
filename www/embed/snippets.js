// The code for somebody's site, made of what was chosen. Nothing here reads the page: the same choices give the same text.

/** A text in a place where HTML stands, between quotes or not; JSX and Vue read it alike. */
export const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const WIDEST = 88;

/** An opening tag: on one line, or, where that would be too wide, an attribute a line. */
function opening(name, attributes, indent = '') {
  const written = attributes.map(([key, value]) => (value === true ? key : `${key}="${escaped(value)}"`));
  const line = `${indent}<${name} ${written.join(' ')}>`;
  return line.length <= WIDEST ? line : `${indent}<${name}\n${written.map((each) => `${indent}  ${each}`).join('\n')}>`;
}

/** What the element and the frame are told alike. */
function told({ calculator, lang, currency, asOf, hide, fixed, heading }) {
  const all = { calculator, lang, currency, 'as-of': asOf, hide: hide.join(' '), fixed: fixed.join(' '), 'label-title': heading };
  return Object.entries(all).filter(([, value]) => value);
}

function element(choices, indent = '') {
  return `${opening('clausewise-quote', told(choices), indent)}\n${indent}  ${escaped(choices.fallback)}\n${indent}</clausewise-quote>`;
}

/** The style sheet, where anything in it differs from the element's own. */
function style({ scheme, colours, radius }) {
  const lines = [
    ...(scheme ? [`color-scheme: ${scheme === 'auto' ? 'light dark' : scheme};`] : []),
    ...Object.entries(colours).map(([name, value]) => `--clausewise-${name}: ${value};`),
    ...(radius ? [`--clausewise-radius: ${radius};`] : []),
  ];
  return lines.length ? `clausewise-quote {\n${lines.map((line) => `  ${line}`).join('\n')}\n}` : '';
}

/** Where the files come from, in the terms of a policy. */
const sourceOf = ({ base }) => (base.startsWith('/') ? "'self'" : new URL(base).origin);

const directives = (...lines) => lines.join(';\n');
const elementPolicy = (from) => [`script-src ${from} 'wasm-unsafe-eval'`, `connect-src ${from}`];

const script = ({ base }) => `<script type="module" src="${escaped(base)}start.js"></script>`;

/** From the packages of npm, a bundler puts the files where the page is from. */
const BUNDLED = { install: 'npm install clausewise', policy: directives(...elementPolicy("'self'")) };

const IN_SANDBOX = 'allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';

function frame(choices) {
  const { base, title, follow, sandbox, scheme, colours, radius } = choices;
  // A frame does not know the language of the page around it.
  const asked = [...told({ ...choices, lang: choices.spoken }), ['scheme', scheme], ...Object.entries(colours).map(([name, value]) => [name, value.slice(1)]), ['radius', radius]];
  const address = `${base}frame.html?${new URLSearchParams(asked.filter(([, value]) => value))}`;
  const attributes = [
    ...(follow ? [['data-clausewise', true]] : []),
    ['src', address], ['title', title], ['width', '100%'], ['height', '900'], ['frameborder', '0'], ['loading', 'lazy'],
    ...(sandbox ? [['sandbox', IN_SANDBOX]] : []),
  ];
  const from = sourceOf(choices);
  return {
    page: `${opening('iframe', attributes)}</iframe>${follow ? `\n<script src="${escaped(base)}frame.js" defer></script>` : ''}`,
    // Firefox asks this policy too about a file that the frame makes: a calendar.
    policy: directives(`frame-src ${from} blob:`, ...(follow ? [`script-src ${from}`] : [])),
    server: [
      `Content-Security-Policy: frame-ancestors ${from === "'self'" ? from : 'https://www.example.com'}`,
      ...(sandbox ? ['Access-Control-Allow-Origin: *'] : []),
    ].join('\n'),
  };
}

const KINDS = {
  html: (choices) => ({
    page: `${script(choices)}\n\n${element(choices)}`,
    style: style(choices),
    policy: directives(...elementPolicy(sourceOf(choices))),
  }),
  react: (choices) => ({
    ...BUNDLED,
    page: `import 'clausewise/element.js';\n\nexport function Calculator() {\n  return (\n${element(choices, '    ')}\n  );\n}`,
    style: style(choices),
  }),
  vue: (choices) => ({
    ...BUNDLED,
    page: `<script setup>\nimport 'clausewise/element.js';\n</script>\n\n<template>\n${element(choices, '  ')}\n</template>`,
    config: [
      "import vue from '@vitejs/plugin-vue';", '', 'export default {', '  plugins: [vue({ template: { compilerOptions: {',
      "    isCustomElement: (tag) => tag.startsWith('clausewise-'),", '  } } })],', '};',
    ].join('\n'),
    style: style(choices),
  }),
  wordpress: (choices) => {
    const own = style(choices);
    return {
      // One block holds all of it.
      page: [script(choices), ...(own ? [`<style>\n${own}\n</style>`] : []), element(choices)].join('\n'),
      policy: directives(...elementPolicy(sourceOf(choices)), ...(own ? ["style-src 'unsafe-inline'"] : [])),
    };
  },
  iframe: frame,
};

/** The texts to copy, by the places where they go; what has nothing in it is not needed. */
export const snippetsOf = (kind, choices) => KINDS[kind](choices);
