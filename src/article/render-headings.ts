import type { MdastPluginDefinition } from "satteri";

export interface Heading {
  depth: number;
  text: string;
  id: string;
}

/** "More Information" → "more-information"; letters and digits of any script stay. */
export function slug(text: string): string {
  const words = text
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{N}]+/gu);
  return words === null ? "section" : words.join("-");
}

/** The first of `name`, `name-2`, `name-3` … that is not taken; takes it. */
export function freeId(name: string, taken: Set<string>): string {
  let id = name;
  for (let n = 2; taken.has(id); n++) id = `${name}-${n}`;
  taken.add(id);
  return id;
}

/**
 * Gives each heading an id made of its words, and lists the headings. With `top`, headings are moved up or down
 * together, so that the shallowest is of that depth.
 */
export function headingsPlugin(
  prefix: string,
  takenIds: Iterable<string>,
  headings: Heading[],
  top?: number,
) {
  return ({ source }: { source: string }): MdastPluginDefinition | null =>
    MAY_HEAD.test(source) ? plugin(prefix, takenIds, headings, top) : null;
}

/** Every heading has a `#` before it, or a line of `=` or `-` below it; in quotes and lists behind their marks. */
const MAY_HEAD = /^[\s>*+\d.)-]*(?:#|(?:=+|-+)[ \t]*$)/m;

function plugin(
  prefix: string,
  takenIds: Iterable<string>,
  headings: Heading[],
  top?: number,
): MdastPluginDefinition {
  const taken = new Set(takenIds);
  let shift = 0;
  return {
    name: "kb-headings",
    before(root) {
      const depths = root.children.map((node) => (node.type === "heading" ? node.depth : 6));
      if (top !== undefined) shift = top - Math.min(6, ...depths);
    },
    heading(node, context) {
      const text = context.textContent(node);
      const id = freeId(prefix + slug(text), taken);
      const depth = Math.min(6, Math.max(top ?? 1, node.depth + shift)) as Depth;
      headings.push({ depth, text, id });
      if (depth !== node.depth) context.setProperty(node, "depth", depth);
      context.setProperty(node, "data", { hProperties: { id } });
    },
  };
}

type Depth = 1 | 2 | 3 | 4 | 5 | 6;
