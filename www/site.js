// The language of every page: Traditional Chinese or English. Both stand in the page; site.css shows the one that
// <html lang> names, and so does the calculator, which keeps what was typed. Loaded before the body, not as a
// module, so that no page shows the wrong language first.
'use strict';

{
  const KEY = 'clausewise-language';
  const LANGUAGES = { zh: 'zh-Hant-TW', en: 'en' };

  const named = (tag) => (tag ? (/^zh\b/i.test(tag) ? LANGUAGES.zh : LANGUAGES.en) : undefined);

  // A visitor may have forbidden storage: then the choice lasts as long as the page.
  const remembered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const remember = (language) => { try { localStorage.setItem(KEY, language); } catch { /* as above */ } };

  const asked = new URLSearchParams(location.search).get('lang');
  if (asked) remember(named(asked));
  document.documentElement.lang = named(asked) ?? named(remembered()) ?? named(navigator.language) ?? LANGUAGES.zh;

  // The title, the description, choices of lists and names for screen readers cannot hold two languages: the English
  // ones wait in data-en.
  const rename = () => {
    const english = document.documentElement.lang === LANGUAGES.en;
    const say = ({ dataset }) => (english ? dataset.en : dataset.zh);
    const title = document.querySelector('title[data-en]');
    if (title) {
      title.dataset.zh ??= title.textContent;
      title.textContent = say(title);
    }
    for (const element of document.querySelectorAll('meta[data-en]')) {
      element.dataset.zh ??= element.content;
      element.content = say(element);
    }
    for (const element of document.querySelectorAll('[aria-label][data-en]')) {
      element.dataset.zh ??= element.getAttribute('aria-label');
      element.setAttribute('aria-label', say(element));
    }
    for (const option of document.querySelectorAll('option[data-en]')) {
      option.dataset.zh ??= option.textContent;
      option.textContent = say(option);
    }
    for (const group of document.querySelectorAll('optgroup[data-en]')) {
      group.dataset.zh ??= group.label;
      group.label = say(group);
    }
    for (const button of document.querySelectorAll('button[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === document.documentElement.lang));
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
        document.documentElement.lang = button.dataset.language;
        remember(button.dataset.language);
        rename();
      });
    }
  });
}
