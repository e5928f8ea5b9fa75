import { LENGTH, lengthOf } from "./file-parts.ts";

/**
 * Plain data with large arrays of numbers in it, as it is kept in a file: JSON that says where the arrays stand, and these. They are neither copied
 * to be written nor when they are read.
 */

/** What stands for an array in the JSON: its place in bytes, and how many numbers it has. */
interface Place {
  "#uint32": readonly [at: number, length: number];
}

/** The parts of the file, one after another. `data`: objects of strings, numbers, arrays of these, and `Uint32Array`s, at whatever depth. */
export function pack(data: object): Uint8Array[] {
  const arrays: Uint8Array[] = [];
  let end = 0;
  const place = (numbers: Uint32Array): Place => {
    const at = end;
    arrays.push(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    end += numbers.byteLength;
    return { "#uint32": [at, numbers.length] };
  };
  const json = JSON.stringify(
    mapped(data, (value) => (value instanceof Uint32Array ? place(value) : undefined)),
  );
  const head = Buffer.from(json);
  // So that the numbers begin where their length divides.
  const blank = Buffer.from(" ".repeat(-head.length & 3));
  return [Buffer.from(lengthOf(head.length + blank.length)), head, blank, ...arrays];
}

/** The data of such a file; its bytes have to begin at a multiple of four in their buffer. */
export function unpack({ buffer, byteOffset, byteLength }: Uint8Array): object {
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const start = LENGTH + Number(bytes.toString("latin1", 0, LENGTH));
  const json: unknown = JSON.parse(bytes.toString("utf8", LENGTH, start));
  const arrayAt = ({ "#uint32": [at, length] }: Place) =>
    new Uint32Array(buffer, byteOffset + start + at, length);
  return mapped(json as object, (value) =>
    "#uint32" in value ? arrayAt(value as Place) : undefined,
  );
}

/** The same with some of the objects in it replaced; `replace` gives undefined of the others. */
function mapped(data: object, replace: (value: object) => object | undefined): object {
  const replaced = replace(data);
  if (replaced !== undefined || Array.isArray(data)) return replaced ?? data;
  const parts = Object.entries(data) as [string, unknown][];
  const now = parts.map(([name, value]) => {
    return [name, typeof value === "object" && value !== null ? mapped(value, replace) : value];
  });
  return Object.fromEntries(now) as object;
}
