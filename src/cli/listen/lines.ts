/** Octets of a line, line end excluded: as much as RFC 2683 has servers take, and more than POP3 needs. */
export const LONGEST_LINE = 8192;

/** A client's line goes on and on. */
export class LineTooLong extends Error {}

/**
 * Lines out of chunks, without their line ends (CRLF or LF), an octet a character (latin1). What follows the last line
 * end is left. Throws `LineTooLong` as soon as a line is, so that no client can fill the memory.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunks) {
    const parts = (rest + Buffer.from(chunk).toString("latin1")).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) yield checked(part.endsWith("\r") ? part.slice(0, -1) : part);
    checked(rest);
  }
}

function checked(line: string): string {
  if (line.length > LONGEST_LINE) throw new LineTooLong();
  return line;
}
