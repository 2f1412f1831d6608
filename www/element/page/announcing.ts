// What is said once the typing rests: to those who do not see the figure change, and to those who count what is used.

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { spoken } from '../answer/headline.js';
import type { AnswerView } from '../answer/view.js';
import { tellUse } from './telling.js';

const AFTER = 900;

export class Announcing implements ReactiveController {
  /** The sentence for screen readers. */
  said = '';
  /** What goes before the next such sentence. */
  private ahead = '';
  /** Whether a visitor has done something since use was last told. */
  private isUsed = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  /** `view` is the answer as it is then, or what to say instead of one; nothing where there is nothing to say. */
  constructor(private readonly host: ReactiveControllerHost & HTMLElement, private readonly view: () => AnswerView | string | undefined) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.waiting);
  }

  /** Says something beside what there is to say anyway. */
  add(sentence: string): void {
    this.ahead = sentence;
  }

  /** A visitor does something. */
  use(): void {
    this.isUsed = true;
  }

  /** There is something new, which the page gave or the visitor. */
  hear(isGiven: boolean): void {
    if (isGiven) this.isUsed = false;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.rest(), AFTER);
  }

  private rest(): void {
    const view = this.view();
    if (view === undefined) return;
    this.said = [this.ahead, typeof view === 'string' ? view : spoken(view)].filter(Boolean).join(' ');
    this.ahead = '';
    this.host.requestUpdate();
    if (typeof view === 'string' || !this.isUsed) return;
    this.isUsed = false;
    const { calculator, verdict = null, lines } = view.answer;
    tellUse(this.host, { calculator, verdict, lines: lines.length });
  }
}
