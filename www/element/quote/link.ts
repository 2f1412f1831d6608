// A document in an address: behind the #, which no browser sends to a server, as `quote=` and base64url of its raw DEFLATE. It
// stands beside whatever else a page keeps there.

import { readDocument, Unreadable, type QuoteDocument } from './document.js';

/** In characters: longer addresses are cut by mail programs and messengers. */
export const LONGEST_LINK = 8_000;

/** In bytes. What is packed into a link is never a tenth of this; a bomb is a thousand times as much. */
const LONGEST_UNPACKED = 300_000;

const PART = /(^|[#&])quote=([^&]*)/;

/** What an address has of a quote, packed. */
export const packedIn = (hash: string): string | undefined => PART.exec(hash)?.[2];

/** The fragment of a page with a quote in it, beside what the page itself keeps there. */
export function withQuote(hash: string, packed: string): string {
  const own = hash.replace(/^#/, '').split('&').filter((each) => each && !/^(?:quote|request|kept)=/.test(each)).join('&');
  return `#${own ? `${own}&` : ''}quote=${packed}`;
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, most = Infinity): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      void reader.cancel();
      throw new Unreadable('too_long', `more than ${most} bytes`);
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const each of parts) {
    whole.set(each, at);
    at += each.length;
  }
  return whole;
}

/** The document packed, or nothing where it is too long for an address. */
export async function pack(document: QuoteDocument): Promise<string | undefined> {
  const { terms: _, ...request } = document.request;
  const { steps: __, ...answer } = document.answer;
  const bytes = await through(new TextEncoder().encode(JSON.stringify({ ...document, request, answer })), new CompressionStream('deflate-raw'));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const packed = text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return packed.length > LONGEST_LINK ? undefined : packed;
}

/** What a link brings. Whatever it is, reading it ends, soon. */
export async function unpack(packed: string): Promise<QuoteDocument> {
  if (packed.length > LONGEST_LINK) throw new Unreadable('too_long', `more than ${LONGEST_LINK} characters`);
  if (!/^[\w-]+$/.test(packed)) throw new Unreadable('broken', 'not base64url');
  let json: string;
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
    json = new TextDecoder('utf-8', { fatal: true }).decode(await through(bytes, new DecompressionStream('deflate-raw'), LONGEST_UNPACKED));
  } catch (reason) {
    if (reason instanceof Unreadable) throw reason;
    throw new Unreadable('broken', 'not what was packed');
  }
  return readDocument(json);
}
