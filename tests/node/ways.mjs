// Ways to the values in others, and what is done at their ends.

/** The ways to every value in another; `isEnough` says of the way to an object or a list whether its first member stands for all of them. */
export function waysInto(value, isEnough = () => false, way = []) {
  if (typeof value !== 'object' || value === null) return [way];
  const entries = Object.entries(value);
  const looked = isEnough(value, way) ? entries.slice(0, 1) : entries;
  return [way, ...looked.flatMap(([name, each]) => waysInto(each, isEnough, [...way, name]))].filter((each) => each.length);
}

/** A copy in which something is done to the object or the list in which a way ends. */
function changed(whole, [name, ...rest], change) {
  const copy = Array.isArray(whole) ? [...whole] : { ...whole };
  if (rest.length) copy[name] = changed(whole[name], rest, change);
  else change(copy, name);
  return copy;
}

export const withValue = (whole, way, value) => changed(whole, way, (copy, name) => { copy[name] = value; });

export const withoutValue = (whole, way) => changed(whole, way, (copy, name) => { delete copy[name]; });
