import type { Block } from "../blocks/block.ts";
import { unique } from "./walk.ts";

const FIXED =
  /\b(?:(?:was|been|is|were) (?:first )?|first )(?:corrected|fixed|resolved|addressed)(?: first)? (?:in|with|by) (?:the )?(?:latest )?((?:U\.S\.|\.(?=\w)|[^.;:]){3,120}?)(?=\.(?:\s|$)|[;:]|,? (?:which|where|and later|or later)\b|$)/gi;

/** Most text has no such word, and a look is cheaper than a search. */
const PERHAPS_FIXED = /(?:correct|fix|resolv|address)ed /i;

/** What names a release: a service pack, or a version after a product. */
const RELEASE =
  /\b(?:Service (?:Pack|Release)|SP ?\d|SR-?\d|[Vv]ersions?|\d+\.\d+|20\d\d|9[5-8]|update|hotfix|release)\b/i;

/** The service packs and versions that the text names as the fix. */
export function fixedInOf(blocks: readonly Block[]): string[] {
  const found = blocks.flatMap((block) =>
    block.kind === "paragraph" && PERHAPS_FIXED.test(block.text)
      ? Array.from(block.text.matchAll(FIXED), (match) =>
          (match[1] ?? "").replace(/\s+/g, " ").trim(),
        )
      : [],
  );
  return unique(found.filter((name) => RELEASE.test(name)));
}
