const LABELS = {
  NOTE: "Note",
  TIP: "Tip",
  IMPORTANT: "Important",
  WARNING: "Warning",
  CAUTION: "Caution",
} as const;

/** A quotation's tags; where it is a callout, with its marker, and with all of the paragraph that is nothing but the marker. */
const QUOTE =
  /<blockquote>(?:\n<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:\n|(<\/p>\n)|(?=<)))?|<\/blockquote>/g;

/**
 * ```markdown
 * > [!WARNING]
 * > Using Registry Editor incorrectly can cause serious problems.
 * ```
 * becomes a `<div class="callout" role="note">` that begins with its label.
 */
export function withCallouts(html: string): string {
  if (!html.includes("<blockquote>")) return html;
  /** Of the quotations that are open, whether each is a callout. */
  const open: boolean[] = [];
  return html.replace(QUOTE, (tag, kind?: keyof typeof LABELS, end?: string) => {
    if (tag === "</blockquote>") return open.pop() === true ? "</div>" : tag;
    open.push(kind !== undefined);
    return kind === undefined ? tag : opening(kind) + (end === undefined ? "<p>" : "");
  });
}

function opening(kind: keyof typeof LABELS): string {
  const label = `<p class="callout-label">${LABELS[kind]}</p>`;
  return `<div class="callout ${kind.toLowerCase()}" role="note">\n${label}\n`;
}
