import { decode } from "./decode.ts";
import { readFrame } from "./frame.ts";
import { readArchiveHeader } from "./header-archive.ts";
import { readTextHeader } from "./header-text.ts";
import { isTextForm } from "./form.ts";

/** Enough of a file to hold its header and frame. */
const TOP = 8192;

/**
 * The id that a KB text's header gives, and how much the file is to be trusted among several of one id: form 1 (0)
 * before form 2 (1) before form 3 (2). Looks at the top of the file alone; what it finds may still be no KB text.
 */
export function identify(bytes: Uint8Array): { id: string; rank: number } {
  const { lines } = decode(bytes.subarray(0, TOP), "");
  if (isTextForm(lines)) return { id: readTextHeader(lines).header.id, rank: 0 };
  const { header, rest } = readArchiveHeader(lines);
  return { id: header.id, rank: readFrame(rest).found ? 1 : 2 };
}
