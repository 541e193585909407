// Words marked in an excerpt. Pure.

/**
 * An excerpt before, in and after what is marked. Places are counted in characters, not in the
 * half-characters of JavaScript, so that rare Chinese characters shift nothing.
 */
export function marked(excerpt: string, from: number, to: number): [string, string, string] {
  const characters = Array.from(excerpt);
  const start = Math.min(Math.max(0, from), characters.length);
  const end = Math.min(Math.max(start, to), characters.length);
  const part = (first: number, last?: number) => characters.slice(first, last).join("");
  return [part(0, start), part(start, end), part(end)];
}
