import { escapeAttribute, escapeHtml, unescapeHtml } from "./html.ts";
import { eventRecord } from "./render-event.ts";

/** The kinds of verbatim block that an info string may name, and what the page calls each. */
const KINDS: Record<string, string> = {
  event: "Event record",
  transcript: "Session",
  message: "Message",
  registry: "Registry",
  listing: "Listing",
  text: "",
};

const LANGUAGES: Record<string, string> = {
  asm: "Assembler",
  basic: "Basic",
  bat: "Batch file",
  c: "C",
  cpp: "C++",
  cs: "C#",
  fortran: "Fortran",
  foxpro: "FoxPro",
  html: "HTML",
  ini: "Settings file",
  java: "Java",
  javascript: "JavaScript",
  pascal: "Pascal",
  sql: "SQL",
  vb: "Visual Basic",
  vbscript: "VBScript",
  xml: "XML",
};

/** A fence with an info string as Markdown renders it. What stands in it is text, so no tag can be inside. */
const FENCE = /<pre><code class="language-([^"]*)">([^<]*)<\/code><\/pre>/g;

/**
 * Fences with an info string become `<figure class="block" data-kind="…">` with a caption, the text inside exactly
 * as it stands; `text` has no caption. Fences and indented code without one stay plain `<pre><code>`.
 * Ids count within the rendering: `event-1`, `event-2`, `message-1`.
 */
export function withFences(html: string, prefix: string, linkOf: CaptionLink = noLink): string {
  if (!html.includes('<pre><code class="')) return html;
  const counts = new Map<string, number>();
  return html.replace(FENCE, (_, language: string, content: string) => {
    const info = unescapeHtml(language).toLowerCase();
    const kind = info in KINDS ? info : "code";
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const text = content.replace(/\n$/, "");
    const href = linkOf(kind, unescapeHtml(text));
    return figure(`${prefix}${kind}-${count}`, kind, info, text, href);
  });
}

/** Where the caption of a figure of this kind and text leads. */
export type CaptionLink = (kind: string, text: string) => string | undefined;

const noLink: CaptionLink = () => undefined;

/** `text`, here and below, is HTML: what was escaped once is not escaped again. */
function figure(id: string, kind: string, info: string, text: string, href?: string): string {
  const name = KINDS[info] ?? LANGUAGES[info] ?? info;
  const shown = href === undefined ? escapeHtml(name) : captionLink(name, href);
  const caption = name === "" ? "" : `<figcaption data-pagefind-ignore="all">${shown}</figcaption>`;
  const language = kind === "code" ? ` data-language="${escapeAttribute(info)}"` : "";
  const start = `<figure id="${escapeAttribute(id)}" class="block" data-kind="${kind}"${language}>`;
  return `${start}${caption}${verbatim(kind, info, text)}</figure>`;
}

function captionLink(name: string, href: string): string {
  return `<a href="${escapeAttribute(href)}">${escapeHtml(name)}</a>`;
}

function verbatim(kind: string, info: string, text: string): string {
  const record = kind === "event" ? eventRecord(text) : undefined;
  // Wide text scrolls sideways, which a keyboard must be able to do as well.
  return record ?? `<pre tabindex="0">${content(kind, info, text)}</pre>`;
}

function content(kind: string, info: string, text: string): string {
  if (kind === "transcript") return `<samp>${transcript(text)}</samp>`;
  if (kind === "message" || kind === "listing") return `<samp>${text}</samp>`;
  if (kind === "code") {
    return `<code class="language-${escapeAttribute(info)}">${text}</code>`;
  }
  return `<code>${text}</code>`;
}

const REPLY = /^(?:\+OK|-ERR|\* |\+ |\d{3}[ -]|&lt;&lt;&lt;|S:)/;
const TYPED = /^(?:&gt;&gt;&gt;|C:)/;

/**
 * Lines that a person typed are `<kbd>`: those marked as the client's and, in a session with protocol replies, the
 * first line after a blank one that is no reply itself. In doubt a line is left plain.
 */
function transcript(text: string): string {
  const lines = text.split("\n");
  const hasReplies = lines.some((line) => REPLY.test(line));
  const shown = lines.map((line, index) => {
    const opens = hasReplies && line !== "" && !lines[index - 1] && !REPLY.test(line);
    return TYPED.test(line) || opens ? `<kbd>${line}</kbd>` : line;
  });
  return shown.join("\n");
}
