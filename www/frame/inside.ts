// Inside the frame: puts the calculator there that the address asks for. No module, because a module of a frame in a
// sandbox arrives only where its server lets every site read it; where it does not, this must still be able to say so.

import { sayWhatIsForbidden } from './forbidden.js';
import { tellHeight } from './height.js';
import { localeOf } from '../element/locale.js';
import { langOf } from '../element/nearest.js';
import { askedBy } from './parameters.js';
import { entitle, say } from './saying.js';

const { attributes, properties, scheme, request } = askedBy(location.href);

document.getElementById('late')?.remove();

const root = document.documentElement;
root.lang = localeOf(langOf(attributes['lang'] ?? navigator.language)).tag;
root.style.colorScheme = scheme;
for (const [name, value] of Object.entries(properties)) root.style.setProperty(`--clausewise-${name}`, value);

entitle(attributes['calculator'] ?? '');

const element = document.createElement('clausewise-quote');
for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
if (request) Object.assign(element, { request });
document.getElementById('calculator')?.append(element);

tellHeight();
sayWhatIsForbidden();

// Of a file that does not arrive the page hears nothing but this.
document.addEventListener('error', ({ target }) => {
  if (!(target instanceof HTMLScriptElement)) return;
  say('no_scripts');
  if (origin === 'null') {
    console.error(`clausewise: this frame is in a sandbox without "allow-same-origin", so ${target.src} and what it loads must be sent with "Access-Control-Allow-Origin: *"`);
  }
}, true);
