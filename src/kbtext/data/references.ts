import type { Block } from "../blocks/block.ts";
import { textOf, unique } from "./walk.ts";

const ID = /(?<![A-Za-z0-9_])Q\d{5,6}(?![A-Za-z0-9_])/g;

/** The ids of other articles that the text names. */
export function referencesOf(blocks: readonly Block[], own: string): string[] {
  const ids = blocks.flatMap((block) =>
    block.kind === "code" ? [] : (textOf(block).match(ID) ?? []),
  );
  return unique(ids).filter((id) => id !== own);
}
