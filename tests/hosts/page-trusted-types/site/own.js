// A library of the page's own, such as another Lit, has this name.
trustedTypes.createPolicy('lit-html', { createHTML: (text) => text });
