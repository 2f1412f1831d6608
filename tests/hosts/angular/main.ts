import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type { ClausewiseAnswer, ClausewiseQuote } from 'clausewise/element.js';
import { FIRST, OTHER, refund } from './requests';

@Component({
  selector: '#app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <clausewise-quote
      id="controlled" calculator="cancellation" currency="USD" as-of="2025-07-18" [attr.lang]="lang()"
      [request]="request()" (clausewise-answer)="control($event)"
    ></clausewise-quote>
    <output id="heard">{{ heard() }}</output>
    <button id="other" (click)="request.set(OTHER)">Another fee</button>
    <button id="nothing" (click)="request.set(null)">Nothing</button>
    <button id="chinese" (click)="lang.set('zh-Hant')">中文</button>
    <clausewise-quote
      id="inline" calculator="cancellation" currency="USD" as-of="2025-07-18"
      [request]="{ calculator: 'cancellation', as_of: '2025-07-18', currency: 'USD', input: { lines: [{ fee: '1000', starts_on: '2025-07-31' }] } }"
      (clausewise-answer)="tell($event)"
    ></clausewise-quote>
    <output id="told">{{ told() }}</output>
  `,
})
class App {
  readonly OTHER = OTHER;
  readonly request = signal<ClausewiseQuote['request'] | null>(FIRST);
  readonly heard = signal('');
  readonly told = signal('');
  readonly lang = signal('en');

  control({ detail }: CustomEvent<ClausewiseAnswer>) {
    this.request.set(detail.request);
    this.heard.set(refund(detail));
  }

  tell({ detail }: CustomEvent<ClausewiseAnswer>) {
    this.told.set(refund(detail));
  }
}

bootstrapApplication(App);
