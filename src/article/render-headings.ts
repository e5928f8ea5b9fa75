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

/** Gives each heading an id made of its words, and lists the headings. */
export function headingsPlugin(
  prefix: string,
  takenIds: Iterable<string>,
  headings: Heading[],
): MdastPluginDefinition {
  const taken = new Set(takenIds);
  return {
    name: "kb-headings",
    heading(node, context) {
      const text = context.textContent(node);
      const id = freeId(prefix + slug(text), taken);
      headings.push({ depth: node.depth, text, id });
      context.setProperty(node, "data", { hProperties: { id } });
    },
  };
}
