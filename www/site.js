// The language of every page: one of those that <html data-languages> names. What a page says of its own stands in it in Chinese and
// in English, which readers of all others are shown too; the calculator speaks the language that <html lang> names, and keeps what was
// typed. Loaded before the body, not as a module, so that no page shows the wrong language first.
'use strict';

{
  const KEY = 'clausewise-language';
  const root = document.documentElement;
  const LANGUAGES = root.dataset.languages.split(' ');

  /** The language itself, whatever its script and its country. */
  const language = (tag) => /^[a-z]*/i.exec(tag)[0].toLowerCase();

  /** What a page is written in. */
  const WRITTEN = language(root.lang);

  /** The nearest of the languages; who reads none of them reads English. */
  const named = (tag) => (tag ? LANGUAGES.find((own) => own === tag) ?? LANGUAGES.find((own) => language(own) === language(tag)) ?? 'en' : undefined);

  // A visitor may have forbidden storage: then the choice lasts as long as the page.
  const remembered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const remember = (language) => { try { localStorage.setItem(KEY, language); } catch { /* as above */ } };

  const asked = new URLSearchParams(location.search).get('lang');
  if (asked) remember(named(asked));
  root.lang = named(asked) ?? named(remembered()) ?? named(navigator.language) ?? root.lang;

  // The title, the description, choices of lists and names for screen readers cannot hold two languages: the English
  // ones wait in data-en.
  const rename = () => {
    const say = ({ dataset }) => dataset[language(root.lang)] ?? dataset.en;
    const title = document.querySelector('title[data-en]');
    if (title) {
      title.dataset[WRITTEN] ??= title.textContent;
      title.textContent = say(title);
    }
    for (const element of document.querySelectorAll('meta[data-en]')) {
      element.dataset[WRITTEN] ??= element.content;
      element.content = say(element);
    }
    for (const element of document.querySelectorAll('[aria-label][data-en]')) {
      element.dataset[WRITTEN] ??= element.getAttribute('aria-label');
      element.setAttribute('aria-label', say(element));
    }
    for (const option of document.querySelectorAll('option[data-en]')) {
      option.dataset[WRITTEN] ??= option.textContent;
      option.textContent = say(option);
    }
    for (const group of document.querySelectorAll('optgroup[data-en]')) {
      group.dataset[WRITTEN] ??= group.label;
      group.label = say(group);
    }
    for (const button of document.querySelectorAll('button[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === root.lang));
    }
  };

  // Where they would stand above the form, not beside the title, the rules in brief wait behind their heading. They are
  // closed as soon as they stand in the page, before anything is drawn, so that nothing moves.
  if (!matchMedia('(min-width: 72rem)').matches) {
    const watch = new MutationObserver(() => {
      const known = document.querySelector('.known');
      if (known) known.open = false;
      if (known || document.readyState !== 'loading') watch.disconnect();
    });
    watch.observe(document.documentElement, { childList: true, subtree: true });
  }

  // Nothing can be pressed on paper: what waits behind a heading is printed with it, and waits again afterwards.
  let waiting = [];
  addEventListener('beforeprint', () => {
    waiting = [...document.querySelectorAll('main details:not([open])')];
    for (const each of waiting) each.open = true;
  });
  addEventListener('afterprint', () => {
    for (const each of waiting) each.open = false;
  });

  document.addEventListener('DOMContentLoaded', () => {
    rename();
    for (const button of document.querySelectorAll('button[data-language]')) {
      button.addEventListener('click', () => {
        root.lang = button.dataset.language;
        remember(button.dataset.language);
        rename();
      });
    }
  });
}
