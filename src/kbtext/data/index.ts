import type { FrontMatter } from "../../article/schema.ts";
import { codesOf } from "./codes.ts";
import { eventsOf } from "./events.ts";
import { filesOf } from "./files.ts";
import { fixedInOf } from "./fixed-in.ts";
import { messagesOf } from "./messages.ts";
import { referencesOf } from "./references.ts";
import { registryOf } from "./registry.ts";
import { stepsOf } from "./steps.ts";
import { allBlocks } from "./walk.ts";
import type { Block } from "../blocks/block.ts";

/** Facts that search, browse pages and simulators use, out of an article's blocks; empty lists are left to the caller. */
export function dataOf(sections: readonly Block[][], id: string): Partial<FrontMatter> {
  const blocks = sections.flatMap((section) => allBlocks(section));
  return {
    events: eventsOf(blocks),
    messages: messagesOf(blocks),
    codes: codesOf(blocks),
    steps: sections.flatMap((section) => stepsOf(section)),
    files: filesOf(blocks),
    registry: registryOf(blocks),
    references: referencesOf(blocks, id),
    fixedIn: fixedInOf(blocks),
  };
}
