import type { Root } from "mdast";
import { markdownToMdast } from "satteri";
import type { Section } from "./sections.ts";

const TREES = new WeakMap<Section, Root>();

/** The Markdown of a section as a tree, made once for all parts of a page that read it. */
export function treeOf(section: Section): Root {
  const known = TREES.get(section) ?? markdownToMdast(section.markdown, { position: false });
  if (known.type !== "root") throw new TypeError(`Markdown was read as a ${known.type}`);
  TREES.set(section, known);
  return known;
}
