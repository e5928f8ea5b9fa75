import { isArticleId } from "../article/id.ts";

/**
 * The ids that a failed address may mean, likeliest first: `/kb/298836`, `/q298836.asp`, `/KB298836`,
 * `/articles/q298/8/36.asp`, `?scid=kb;en-us;298836`, `/kb/298/q298836.html` all mean `Q298836`.
 *
 * @param address path, query and fragment as they stand in the address bar
 * @param prefixes the letters that ids of this site begin with, the commonest first
 */
export function lostIds(address: string, prefixes: readonly string[]): string[] {
  const text = decoded(address).toUpperCase();
  const numbers = [...cutNumbers(text), ...plainNumbers(text)];
  const ids = numbers.flatMap(({ letters, digits }) => {
    const number = digits.replace(/^0+(?=\d)/, "");
    const own = prefixes.includes(letters) ? [letters] : [];
    return [...new Set([...own, ...prefixes])].map((prefix) => prefix + number);
  });
  return [...new Set(ids)].filter(isArticleId);
}

interface Found {
  letters: string;
  digits: string;
}

/** `Q298/8/36`: the number in three folders, as addresses had it for years. */
function cutNumbers(text: string): Found[] {
  return Array.from(text.matchAll(/([A-Z]+)(\d{2,4})\/(\d)\/(\d\d)(?!\d)/g), (match) => ({
    letters: match[1] ?? "",
    digits: `${match[2]}${match[3]}${match[4]}`,
  }));
}

/** Numbers of at least four digits with the letters before them, the last in the address first. */
function plainNumbers(text: string): Found[] {
  const found = Array.from(text.matchAll(/([A-Z]*)[ _-]?(\d{4,9})(?!\d)/g), (match) => ({
    letters: match[1] ?? "",
    digits: match[2] ?? "",
  }));
  return found.reverse();
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
