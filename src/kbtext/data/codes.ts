import type { Block, BlockKind } from "../blocks/block.ts";
import { textOf, unique } from "./walk.ts";

/** `0x80040115`; `error 1784`, `Run-time error '13'`, `error C2065`, `exit code 67`, `Stop 0x0000000A`. */
const HEX = /(?<![0-9A-Za-z])0x[0-9A-Fa-f]{4,16}(?![0-9A-Za-z])/g;
const NUMBERED =
  /\b(?:errors?|error code|exit code|return code|sense code|status|reason code|fatal error|result code)(?: (?:code|number|no\.|#|value|of|is))*[ :#=]{1,3}['"(]?(-?\d{2,10}|[A-Z]{1,5}\d{2,5})(?![\w.]\w)/gi;

/** Programs and listings are full of numbers that nobody was shown. */
const SILENT: ReadonlySet<BlockKind> = new Set(["code", "listing", "registry", "table"]);

/** Error numbers and codes that an article names, just as written. */
export function codesOf(blocks: readonly Block[]): string[] {
  return unique(
    blocks.flatMap((block) => {
      if (SILENT.has(block.kind)) return [];
      const text = textOf(block);
      if (!/\d/.test(text) || !/0x|error|code|status/i.test(text)) return [];
      return [
        ...Array.from(text.matchAll(HEX), (match) => match[0]),
        ...Array.from(text.matchAll(NUMBERED), (match) => match[1] ?? ""),
      ];
    }),
  );
}
