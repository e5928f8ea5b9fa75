/** A function of a text that is asked for the same few texts by many articles: days, products, keywords. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text);
    if (value !== undefined || known.has(text)) return value as T;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
