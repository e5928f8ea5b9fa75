import type { Element, ElementContent, Properties, Text } from "hast";
import type { HastPluginDefinition } from "satteri";
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

/**
 * Fences with an info string become `<figure class="block" data-kind="…">` with a caption, the text inside exactly
 * as it stands; `text` has no caption. Fences and indented code without one stay plain `<pre><code>`.
 * Ids count within the rendering: `event-1`, `event-2`, `message-1`.
 */
export function fencesPlugin(prefix: string) {
  return ({ source }: { source: string }): HastPluginDefinition | null =>
    /```|~~~/.test(source) ? plugin(prefix) : null;
}

function plugin(prefix: string): HastPluginDefinition {
  const counts = new Map<string, number>();
  return {
    name: "kb-fences",
    element: {
      filter: ["pre"],
      visit(node, context) {
        const info = infoOf(node);
        if (info === undefined) return;
        const kind = info in KINDS ? info : "code";
        const count = (counts.get(kind) ?? 0) + 1;
        counts.set(kind, count);
        const text = context.textContent(node).replace(/\n$/, "");
        context.replaceNode(node, figure(`${prefix}${kind}-${count}`, kind, info, text));
      },
    },
  };
}

/** `event` of `<pre><code class="language-event">`, which is what a fence has become here. */
function infoOf(pre: Readonly<Element>): string | undefined {
  const [code] = pre.children;
  const classes = code?.type === "element" ? code.properties["className"] : undefined;
  const name = Array.isArray(classes) ? classes.map(String).find(isLanguage) : undefined;
  return name?.slice("language-".length).toLowerCase();
}

function isLanguage(name: string): boolean {
  return name.startsWith("language-");
}

function figure(id: string, kind: string, info: string, text: string): Element {
  const name = KINDS[info] ?? LANGUAGES[info] ?? info;
  const caption = element("figcaption", { dataPagefindIgnore: "all" }, [plain(name)]);
  const properties = {
    id,
    className: ["block"],
    dataKind: kind,
    ...(kind === "code" ? { dataLanguage: info } : {}),
  };
  return element("figure", properties, [
    ...(name === "" ? [] : [caption]),
    verbatim(kind, info, text),
  ]);
}

function verbatim(kind: string, info: string, text: string): Element {
  const record = kind === "event" ? eventRecord(text) : undefined;
  if (record !== undefined) return record;
  // Wide text scrolls sideways, which a keyboard must be able to do as well.
  return element("pre", { tabIndex: 0 }, [content(kind, info, text)]);
}

function content(kind: string, info: string, text: string): Element {
  if (kind === "transcript") return element("samp", {}, transcript(text));
  if (kind === "message" || kind === "listing") return element("samp", {}, [plain(text)]);
  if (kind === "code") return element("code", { className: [`language-${info}`] }, [plain(text)]);
  return element("code", {}, [plain(text)]);
}

const REPLY = /^(?:\+OK|-ERR|\* |\+ |\d{3}[ -]|<<<|S:)/;
const TYPED = /^(?:>>>|C:)/;

/**
 * Lines that a person typed are `<kbd>`: those marked as the client's and, in a session with protocol replies, the
 * first line after a blank one that is no reply itself. In doubt a line is left plain.
 */
function transcript(text: string): ElementContent[] {
  const lines = text.split("\n");
  const hasReplies = lines.some((line) => REPLY.test(line));
  return lines.flatMap((line, index) => {
    const end = index < lines.length - 1 ? "\n" : "";
    const opens = hasReplies && line !== "" && !lines[index - 1] && !REPLY.test(line);
    return TYPED.test(line) || opens
      ? [element("kbd", {}, [plain(line)]), plain(end)]
      : [plain(line + end)];
  });
}

export function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}

export function plain(value: string): Text {
  return { type: "text", value };
}
