// React 18 writes attributes of custom elements, and hears none of their events: a property and a listener go by a ref.

import { useEffect, useRef, type ComponentProps } from 'react';
import type {} from 'clausewise/types/react';
import type { ClausewiseAnswer, ClausewiseQuote } from 'clausewise/element.js';

type Props = Omit<ComponentProps<'clausewise-quote'>, 'request' | 'ref'> & {
  request: ClausewiseQuote['request'] | null;
  onAnswer(detail: ClausewiseAnswer): void;
};

export function Quote({ request, onAnswer, ...attributes }: Props) {
  const element = useRef<ClausewiseQuote>(null);
  useEffect(() => { element.current!.request = request ?? undefined; });
  useEffect(() => {
    const quote = element.current!;
    const listen = ({ detail }: CustomEvent<ClausewiseAnswer>) => onAnswer(detail);
    quote.addEventListener('clausewise-answer', listen);
    return () => quote.removeEventListener('clausewise-answer', listen);
  }, [onAnswer]);
  return <clausewise-quote ref={element} {...attributes} />;
}
