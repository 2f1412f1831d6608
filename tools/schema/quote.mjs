// The schema of a quote as a document: a request, its answer, and what is said of both to people. Its texts and their lengths
// are those of www/element/quote/document.ts.

const text = (title, maxLength) => ({ title, type: 'string', minLength: 1, maxLength });
const day = (title) => ({ title, type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' });

const answered = {
  anyOf: [
    { $ref: 'urn:clausewise:answer#/$defs/answer' },
    {
      type: 'object',
      properties: {
        terms: { type: 'object', properties: { digest: { type: 'string', pattern: '^[0-9a-f]{64}$' } }, required: ['digest'], additionalProperties: false },
        verdict: { type: 'string' }, figures: { type: 'object' }, dates: { type: 'object' },
      },
      required: ['terms', 'figures', 'dates'],
      additionalProperties: false,
    },
  ],
};

const asked = { request: { $ref: 'urn:clausewise:request' }, answer: { $ref: '#/$defs/answered' } };

export const quoteSchema = () => ({
  title: 'A quote of Clausewise as a document',
  description: 'Day, currency and decimals stand in the request, always. A code for telephones has of the answer the digest of its terms, verdict, figures and dates alone.',
  type: 'object',
  properties: {
    schema: { const: 'clausewise.quote/1' },
    number: text('Number', 80),
    title: text('Title', 200),
    customer: text('Customer', 200),
    prepared_by: text('Prepared by', 200),
    prepared_on: day('Prepared on'),
    valid_until: day('Valid until'),
    remarks: text('Remarks', 2000),
    language: { title: 'Language', type: 'string', maxLength: 40 },
    ...asked,
    scenario: { title: 'Its own place among the scenarios', description: 'Counted from 1: with two others, 2 stands between them.', type: 'integer', minimum: 1, maximum: 4 },
    scenarios: {
      title: 'Others beside it',
      description: 'The same calculator, asked otherwise.',
      type: 'array', minItems: 1, maxItems: 3, items: { type: 'object', properties: asked, required: ['request', 'answer'], additionalProperties: false },
    },
  },
  required: ['schema', 'request', 'answer'],
  dependentRequired: { scenario: ['scenarios'], scenarios: ['scenario'] },
  $defs: { answered },
  additionalProperties: false,
});
