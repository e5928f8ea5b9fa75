/** Article ids and the addresses that follow from them. An id is capital letters, then digits: `Q298836`. */

const ID = /^[A-Z]+[0-9]{1,9}$/;

const DIGIT = /\d/;

export function isArticleId(text: string): boolean {
  return ID.test(text);
}

/** The id's number without its last three digits, three wide: `Q298836` → `298`, `Q82374` → `082`, `Q500` → `000`. */
export function groupOf(id: string): string {
  return id.slice(id.search(DIGIT), -3).padStart(3, "0");
}

/** Id of the article whose page, or a page of whose, stands at an address under the site's base: `kb/298/Q298836/simulator/`. */
export function articleAt(address: string): string | undefined {
  return /^kb\/\d+\/([A-Z]+[0-9]{1,9})\//.exec(address)?.[1];
}

/** Folder under the content folder, and address under the site's base: `kb/298/Q298836`. */
export function pathOf(id: string): string {
  return `kb/${groupOf(id)}/${id}`;
}

/** The order of the folders of articles by their paths. */
export function comparePaths(a: string, b: string): number {
  const [first, second] = [groupOf(a), groupOf(b)];
  return first === second ? compareTexts(a, b) : compareTexts(first, second);
}

/** The order of ids: by their letters, then by their numbers. `Q9000` comes before `Q10000`. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) {
    const start = a.search(DIGIT);
    const isAlike = start === b.search(DIGIT) && b.startsWith(a.slice(0, start));
    const difference = Number(a.slice(start)) - Number(b.slice(start));
    if (isAlike && difference !== 0) return difference;
  }
  return compareTexts(a, b);
}

/** The order of texts by their UTF-16 code units, as `sort` has it where it is told no other. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
