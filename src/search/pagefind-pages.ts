import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** A page of a written index. */
export interface IndexedPage {
  /** Pagefind's id of it. */
  id: string;
  /** Words of it, as Pagefind counts. */
  words: number;
  /** Name of the file that its text shares with others; empty where it has one of its own. */
  group: string;
}

/**
 * The pages of a written index in the order of their numbers, which is the order of their addresses. Read from Pagefind's
 * metadata file (CBOR, RFC 8949), an array whose second item is the list of pages: id, words, group.
 */
export async function pagesOf(folder: string): Promise<IndexedPage[]> {
  const name = (await readdir(folder)).find((file) => file.endsWith(".pf_meta"));
  if (name === undefined) throw new Error(`${folder} holds no Pagefind index`);
  const bytes = gunzipSync(await readFile(join(folder, name)));
  const meta = new CborReader(bytes.subarray(SIGNATURE.length)).read();
  const list: unknown = Array.isArray(meta) ? meta[1] : undefined;
  if (!Array.isArray(list)) throw new Error(`${name} is not as expected of Pagefind 1.6`);
  return list.map((page: unknown) => {
    const [id, words, group] = page as [string, number, string | null];
    return { id, words, group: group ?? "" };
  });
}

/** The address that a page was indexed under. */
export async function addressOf(folder: string, { id, group }: IndexedPage): Promise<string> {
  const bytes = gunzipSync(await readFile(join(folder, "fragment", `${group || id}.pf_fragment`)));
  const file = JSON.parse(bytes.subarray(SIGNATURE.length).toString()) as Fragment &
    Record<string, Fragment>;
  return (group === "" ? file : file[id])?.url ?? "";
}

interface Fragment {
  url: string;
}

/** What every file of Pagefind begins with. */
const SIGNATURE = "pagefind_dcd";

/** Reads the kinds of CBOR items that Pagefind writes: whole numbers, text, arrays, null. */
class CborReader {
  #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  read(): unknown {
    const head = this.#bytes[this.#at++] ?? 0;
    const count = this.#count(head & 31);
    switch (head >> 5) {
      case 0:
        return count;
      case 1:
        return -1 - count;
      case 3:
        return this.#bytes.toString("utf8", this.#at, (this.#at += count));
      case 4:
        return Array.from({ length: count }, () => this.read());
      case 7:
        return null;
      default:
        throw new Error(`unexpected CBOR item of type ${head >> 5}`);
    }
  }

  /** The item's number: in its first byte, or in the 1, 2, 4 or 8 bytes after it. */
  #count(short: number): number {
    if (short < 24) return short;
    const length = 1 << (short - 24);
    const start = this.#at;
    this.#at += length;
    return length === 8
      ? Number(this.#bytes.readBigUInt64BE(start))
      : this.#bytes.readUIntBE(start, length);
  }
}
