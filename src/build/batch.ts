/**
 * Pages that were rendered as one document: what they have in common, with the own parts of each between marks, first those of the
 * heads, then those of the bodies.
 *
 *     frame | head 1 | head 2 | frame | body 1 | body 2 | frame
 */

/** The pages of such a document, in their order. `mark` stands wherever the sketch above has a line. */
export function pagesOf(document: Buffer, mark: string): Buffer[] {
  const parts = split(document, Buffer.from(mark));
  const count = (parts.length - 3) / 2;
  const [start] = parts;
  const middle = parts[count + 1];
  const end = parts.at(-1);
  return Array.from({ length: count }, (_, index) =>
    Buffer.concat([start, parts[1 + index], middle, parts[count + 2 + index], end] as Buffer[]),
  );
}

function split(document: Buffer, mark: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let at = document.indexOf(mark); at >= 0; at = document.indexOf(mark, start)) {
    parts.push(document.subarray(start, at));
    start = at + mark.length;
  }
  return [...parts, document.subarray(start)];
}
