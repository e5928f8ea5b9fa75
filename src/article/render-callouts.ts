import type { Paragraph, Text } from "mdast";
import type { MdastPluginDefinition } from "satteri";

const LABELS = {
  NOTE: "Note",
  TIP: "Tip",
  IMPORTANT: "Important",
  WARNING: "Warning",
  CAUTION: "Caution",
} as const;

/**
 * ```markdown
 * > [!WARNING]
 * > Using Registry Editor incorrectly can cause serious problems.
 * ```
 * becomes a `<div class="callout" role="note">` that begins with its label.
 */
export function calloutsPlugin() {
  return ({ source }: { source: string }): MdastPluginDefinition | null =>
    source.includes("[!") ? plugin : null;
}

const plugin: MdastPluginDefinition = {
  name: "kb-callouts",
  blockquote(node, context) {
    const paragraph = node.children[0];
    const text = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
    if (paragraph?.type !== "paragraph" || text?.type !== "text") return;
    const marker = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:\n|$)/.exec(text.value);
    if (marker === null) return;
    const kind = marker[1] as keyof typeof LABELS;
    context.setProperty(node, "data", {
      hName: "div",
      hProperties: { className: ["callout", kind.toLowerCase()], role: "note" },
    });
    context.insertBefore(paragraph, label(LABELS[kind]));
    withoutMarker(paragraph, text, text.value.slice(marker[0].length), context);
  },
};

function label(text: string) {
  return {
    type: "kbCalloutLabel",
    data: { hName: "p", hProperties: { className: ["callout-label"] } },
    children: [{ type: "text", value: text } as const],
  };
}

type Context = Parameters<NonNullable<MdastPluginDefinition["blockquote"]>>[1];

function withoutMarker(paragraph: Paragraph, text: Text, rest: string, context: Context): void {
  if (rest !== "") context.replaceNode(text, { type: "text", value: rest });
  else if (paragraph.children.length > 1) context.removeNode(text);
  else context.removeNode(paragraph);
}
