// What is loaded by its name, once per page however many elements ask.

/** The same for every asker; where loading fails, whoever asks next tries again. */
export function onceEach<T>(load: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const loading = new Map<string, Promise<T>>();
  return (name) => {
    let found = loading.get(name);
    if (!found) {
      found = load(name);
      found.catch(() => loading.delete(name));
      loading.set(name, found);
    }
    return found;
  };
}
