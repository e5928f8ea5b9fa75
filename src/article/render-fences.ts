import type { Custom, MdastPluginDefinition } from "satteri";
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
  return ({ source }: { source: string }): MdastPluginDefinition | null =>
    /```|~~~/.test(source) ? plugin(prefix) : null;
}

function plugin(prefix: string): MdastPluginDefinition {
  const counts = new Map<string, number>();
  return {
    name: "kb-fences",
    code(node) {
      const info = node.lang?.toLowerCase();
      if (info === undefined || info === "") return;
      const kind = info in KINDS ? info : "code";
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return figure(`${prefix}${kind}-${count}`, kind, info, node.value) as never;
    },
  };
}

function figure(id: string, kind: string, info: string, text: string): Custom {
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

function verbatim(kind: string, info: string, text: string): Custom {
  const record = kind === "event" ? eventRecord(text) : undefined;
  if (record !== undefined) return record;
  // Wide text scrolls sideways, which a keyboard must be able to do as well.
  return element("pre", { tabIndex: 0 }, [content(kind, info, text)]);
}

function content(kind: string, info: string, text: string): Custom {
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
function transcript(text: string): Custom[] {
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

/** A node that renders as the element `name`. */
export function element(name: string, properties: object, children: Custom[]): Custom {
  return { type: `kb-${name}`, data: { hName: name, hProperties: { ...properties } }, children };
}

export function plain(value: string): Custom {
  return { type: "text", value };
}
