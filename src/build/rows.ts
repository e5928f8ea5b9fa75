/** A row of text: cells with commas between, the first of them its key. None has line breaks, and the key has no comma. */
export type Row = string;

export function keyIn(row: Row): string {
  return row.slice(0, row.indexOf(","));
}

/** What follows the key. */
export function restIn(row: Row): string {
  return row.slice(row.indexOf(",") + 1);
}

/** Rows as they are kept: in UTF-8, with a line break before each. */
export type RowBytes = Buffer;

export function bytesOfRows(rows: readonly Row[]): RowBytes {
  return Buffer.from(rows.length === 0 ? "" : `\n${rows.join("\n")}`);
}

/** Bytes that are made text at once: enough for few calls, so few that the memory is used again and again. */
const PIECE = 1 << 16;

export function* rowsIn(bytes: RowBytes): Generator<Row, undefined> {
  for (let at = 0; at < bytes.length;) {
    const last = bytes.lastIndexOf(BREAK, at + PIECE);
    const end = last > at && bytes.length > at + PIECE ? last : bytes.length;
    yield* bytes.toString("utf8", at + 1, end).split("\n");
    at = end;
  }
}

/** Bytes around the keys. */
export const [BREAK, COMMA] = [0x0a, 0x2c];

/** The row that begins with the line break at a place. */
export function rowAt(bytes: RowBytes, at: number): Row {
  return bytes.toString("utf8", at + 1, endOfRow(bytes, at));
}

export function keyAt(bytes: RowBytes, at: number): string {
  return bytes.toString("utf8", at + 1, bytes.indexOf(COMMA, at));
}

export function endOfRow(bytes: RowBytes, at: number): number {
  const end = bytes.indexOf(BREAK, at + 1);
  return end === -1 ? bytes.length : end;
}
