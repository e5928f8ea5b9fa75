import type { MdastPluginDefinition } from "satteri";

/** Wraps the first occurrence of each sentence in a `<span>` with its id, so that the page can link to it. */
export function anchorsPlugin(anchors: ReadonlyMap<string, string>) {
  return (): MdastPluginDefinition | null => {
    if (anchors.size === 0) return null;
    const open = new Map(anchors);
    return {
      name: "kb-anchors",
      text(node, context) {
        for (const [sentence, id] of open) {
          const at = node.value.indexOf(sentence);
          if (at < 0) continue;
          open.delete(sentence);
          context.replaceNode(node, around(node.value, at, sentence, id));
          return;
        }
      },
    };
  };
}

function around(text: string, at: number, sentence: string, id: string) {
  const plain = (value: string) => (value === "" ? [] : [{ type: "text", value } as const]);
  const marked = {
    type: "kbAnchor",
    data: { hName: "span", hProperties: { id, className: ["anchored"] } },
    children: plain(sentence),
  };
  return [...plain(text.slice(0, at)), marked, ...plain(text.slice(at + sentence.length))];
}
