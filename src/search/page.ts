import { Parser } from "htmlparser2";

/** What search needs to know of one article, read from its built page. */
export interface SearchPage {
  id: string;
  title: string;
  products: Value[];
  keywords: Value[];
  /** In words ("Problem"). */
  issueTypes: Value[];
  /** Other names the article answers to: versions, systems, additional query words. */
  otherWords: string[];
  /** ISO date; empty where unknown. */
  modified: string;
  /** What can be tried on the page. */
  trial: Trial;
  /** The text in reading order. */
  blocks: Block[];
}

/** A field's value as readers see it ("Problem"), and the code that stands for it (`kbprb`), which may be the same. */
export interface Value {
  text: string;
  code: string;
}

export type Trial = "simulator" | "replay" | "none";

export interface Block {
  kind: "heading" | "text" | "quoted";
  text: string;
  /** Of a heading that can be linked to. */
  id?: string;
}

/**
 * Reads an article page. Its text is what stands in `<main data-kb-id="…">`, without what is marked
 * `data-pagefind-ignore` and without the simulator. A field is an element marked `data-field="product"` and so on; its values are
 * the elements in it marked `data-value="CODE"`, or else its text. Gives undefined where the page is no article.
 */
export function readPage(html: string): SearchPage | undefined {
  const reader = new PageReader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: (name) => reader.close(name),
  });
  parser.end(mainOf(html));
  return reader.page();
}

/** Half of a page is head, header and footer: they need not be parsed. */
function mainOf(html: string): string {
  const start = html.indexOf("<main");
  const end = html.lastIndexOf("</main>");
  return start < 0 || end < start ? "" : html.slice(start, end);
}

/** Elements that end a run of text. */
const BLOCKS = new Set(
  "address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul".split(
    " ",
  ),
);
const SILENT = new Set(["script", "style", "template", "noscript", "svg", "button", "iframe"]);
/** Parts that can be tried, by their ids; what they say is not the article's text. */
const TRIALS = new Map<string, Trial>([
  ["simulator", "simulator"],
  ["replay", "replay"],
]);

interface OpenElement {
  name: string;
  ignored: boolean;
  /** The field that the element is or stands in. */
  field?: string;
  /** Set on elements that hold a field's value. */
  value?: Value;
  /** Id of a heading; empty where it has none. */
  heading?: string;
}

/** Gathers a page's fields and blocks from the parser's events. */
class PageReader {
  #stack: OpenElement[] = [];
  #fields = new Map<string, Value[]>();
  #blocks: Block[] = [];
  #text = "";
  #id = "";
  #trial: Trial = "none";

  open(name: string, attributes: Record<string, string>): void {
    if (BLOCKS.has(name)) this.#flush();
    if (name === "br") this.text(" ");
    if (name === "main") this.#id = attributes["data-kb-id"] ?? "";
    const parent = this.#stack.at(-1);
    const field = attributes["data-field"] ?? parent?.field;
    const trial = this.#id === "" ? undefined : TRIALS.get(attributes["id"] ?? "");
    if (trial) this.#trial = trial;
    const code = attributes["data-value"];
    const isValue = field !== undefined && code !== undefined;
    this.#stack.push({
      name,
      ignored:
        (parent?.ignored ?? false) ||
        "data-pagefind-ignore" in attributes ||
        SILENT.has(name) ||
        trial !== undefined ||
        (field !== undefined && field !== "appliesTo"),
      ...(field !== undefined && { field }),
      ...(isValue && { value: { code, text: "" } }),
      ...(/^h[1-6]$/.test(name) && { heading: attributes["id"] ?? "" }),
    });
  }

  text(text: string): void {
    const value = this.#stack.findLast((open) => open.value !== undefined)?.value;
    const inCode = this.#stack.at(-1)?.name === "code";
    if (value && !inCode) value.text += text;
    const inMain = this.#id !== "" && this.#stack.some((open) => open.name === "main");
    if (inMain && !this.#stack.at(-1)?.ignored) this.#text += text;
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.#flush();
    const element = this.#stack.pop();
    if (element?.value === undefined || element.field === undefined) return;
    const { code } = element.value;
    const text = tidy(element.value.text) || code;
    this.#fields.set(element.field, [...(this.#fields.get(element.field) ?? []), { code, text }]);
  }

  #flush(): void {
    const text = tidy(this.#text);
    this.#text = "";
    if (text === "") return;
    const heading = this.#stack.findLast((open) => open.heading !== undefined)?.heading;
    if (heading === undefined) {
      const quoted = this.#stack.some((open) => open.name === "pre" || open.name === "blockquote");
      this.#blocks.push({ kind: quoted ? "quoted" : "text", text });
    } else {
      this.#blocks.push({ kind: "heading", text, ...(heading !== "" && { id: heading }) });
    }
  }

  page(): SearchPage | undefined {
    if (this.#id === "") return undefined;
    const all = (name: string): Value[] => this.#fields.get(name) ?? [];
    const title = this.#blocks.find((block) => block.kind === "heading")?.text ?? this.#id;
    const other = ["version", "operatingSystem", "queryWords"].flatMap(all);
    return {
      id: this.#id,
      title,
      products: all("product"),
      keywords: all("keyword"),
      issueTypes: all("issueType"),
      otherWords: other.map((value) => value.text),
      modified: /\d{4}-\d{2}-\d{2}/.exec(all("modified")[0]?.code ?? "")?.[0] ?? "",
      trial: this.#trial,
      blocks: this.#blocks.filter((block) => block.text !== title && block.text !== this.#id),
    };
  }
}

function tidy(text: string): string {
  // Single spaces, of which there are most, are passed over.
  return text.replace(/\s{2,}|[^\S ]/g, " ").trim();
}
