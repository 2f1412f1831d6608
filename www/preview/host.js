// Puts the code of “Put it on your site” into this page, as its owner would have pasted it.

const here = document.getElementById('here');

/** A script that was parsed does not run: one that is made does. */
function running(parsed) {
  const script = document.createElement('script');
  for (const { name, value } of parsed.attributes) script.setAttribute(name, value);
  return script;
}

function put({ page, style, lang }) {
  document.documentElement.lang = lang;
  const title = document.querySelector('title');
  // What is no Chinese page is an English one.
  if (!title.matches(':lang(zh)')) title.textContent = title.dataset.en;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
  const { head, body } = new DOMParser().parseFromString(page, 'text/html');
  here.replaceChildren(...[...head.children, ...body.children].map((each) => (each.localName === 'script' ? running(each) : each)));
}

addEventListener('message', ({ source, origin, data }) => {
  if (source === parent && origin === location.origin) put(data);
});
parent.postMessage('ready', location.origin);
