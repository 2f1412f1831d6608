// Says of every part of a schema what type it is about. Validators need not be told; the careful ones warn where they are not.

const TYPES = {
  object: ['properties', 'required', 'additionalProperties', 'propertyNames'],
  array: ['items', 'contains', 'minItems', 'maxItems'],
  string: ['pattern', 'minLength', 'maxLength'],
  integer: ['minimum', 'maximum'],
};

const ofAll = (schemas) => Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, typed(schema)]));

/** `above` is the type that what is around it has said already of the same value. */
export function typed(schema, above) {
  if (typeof schema !== 'object') return schema;
  const meant = Object.keys(TYPES).find((type) => TYPES[type].some((keyword) => keyword in schema));
  const isSaid = schema.type !== undefined || above !== undefined || !meant;
  const type = schema.type ?? above ?? meant;
  const inner = (keyword, value) => {
    switch (keyword) {
      // Of the same value.
      case 'if': case 'then': case 'else': case 'not': return typed(value, type);
      case 'allOf': case 'anyOf': return value.map((each) => typed(each, type));
      // Of others.
      case 'items': case 'contains': case 'additionalProperties': case 'propertyNames': return typed(value);
      case 'properties': case '$defs': return ofAll(value);
      default: return value;
    }
  };
  const all = Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, inner(keyword, value)]));
  return isSaid ? all : { type: meant, ...all };
}
