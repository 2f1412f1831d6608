// Angular, with its compiler in the page, told that there are elements that are not its own.

import { keepsTheContract } from '../contract/check.mjs';

export const like = 'contract';

export default async function (host) {
  await host.script('check');
  await host.script('build');
  const { url } = await host.serve('dist');
  await host.visit(url, keepsTheContract);

  // And so it stands in the README.
  const markup = await host.readme('html', '[request]');
  await host.write('main.ts', `
    import '@angular/compiler';
    import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
    import { bootstrapApplication } from '@angular/platform-browser';
    import 'clausewise/element.js';
    import type { ClausewiseQuote } from 'clausewise/element.js';
    @Component({ selector: '#app', schemas: [CUSTOM_ELEMENTS_SCHEMA], template: ${JSON.stringify(markup)} })
    class App {
      readonly request = signal<ClausewiseQuote['request'] | null>(null);
    }
    bootstrapApplication(App);
  `);
  await host.script('check');
  await host.script('build');
  await host.visit(url, (visit) => visit.worksOutRenewal());
}
