import { attributeIn, readTags, textOf } from "./tags.ts";

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
export function readPage(bytes: Buffer): SearchPage | undefined {
  const reader = new PageReader();
  readTags(mainOf(bytes), reader);
  return reader.page();
}

/**
 * The HTML of the article, a character for each byte: half of a page is head, header and footer, and such texts are quicker to read and to
 * look up than those in which one character needs two bytes.
 */
function mainOf(bytes: Buffer): string {
  const start = bytes.indexOf("<main");
  const end = bytes.lastIndexOf("</main>");
  return start < 0 || end < start ? "" : bytes.toString("latin1", start, end);
}

/** The text of HTML that has a character for each byte. */
function read(html: string): string {
  return textOf(/[\x80-\xff]/.test(html) ? Buffer.from(html, "latin1").toString() : html);
}

/** Elements that end a run of text. */
const BLOCKS = new Set(
  "address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table td th tr ul".split(
    " ",
  ),
);
const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
const SILENT = new Set(["script", "style", "template", "noscript", "svg", "button", "iframe"]);
/** Parts that can be tried, by their ids; what they say is not the article's text. */
const TRIALS = new Map<string, Trial>([
  ["simulator", "simulator"],
  ["replay", "replay"],
]);

/** An element that is open, and what it has of those around it. */
interface OpenElement {
  name: string;
  /** What it says is not the article's text. */
  ignored: boolean;
  quoted: boolean;
  /** The field that it is or stands in. */
  field: string | undefined;
  /** The field's value that it is or stands in. */
  value: Value | undefined;
  /** Id of the heading that it is or stands in; empty where that has none. */
  heading: string | undefined;
}

const OUTSIDE: OpenElement = {
  name: "",
  ignored: false,
  quoted: false,
  field: undefined,
  value: undefined,
  heading: undefined,
};

/** Gathers a page's fields and blocks. */
class PageReader {
  #stack: OpenElement[] = [OUTSIDE];
  #element = OUTSIDE;
  #fields = new Map<string, Value[]>();
  #blocks: Block[] = [];
  #text = "";
  #id = "";
  #trial: Trial = "none";

  open(name: string, attributes: string): void {
    if (BLOCKS.has(name)) this.#flush();
    if (name === "br") this.text(" ");
    const around = this.#element;
    // Most have none.
    const hasData = attributes.includes("data-");
    if (name === "main") this.#id = attributeIn(attributes, "data-kb-id") ?? "";
    const field = (hasData ? attributeIn(attributes, "data-field") : undefined) ?? around.field;
    const code = hasData && field !== undefined ? attributeIn(attributes, "data-value") : undefined;
    const id = read(attributeIn(attributes, "id") ?? "");
    const trial = TRIALS.get(id);
    if (trial) this.#trial = trial;
    this.#element = {
      name,
      ignored:
        around.ignored ||
        (hasData && attributes.includes(" data-pagefind-ignore")) ||
        SILENT.has(name) ||
        trial !== undefined ||
        (field !== undefined && field !== "appliesTo"),
      quoted: around.quoted || name === "pre" || name === "blockquote",
      field,
      value: code === undefined ? around.value : { code: read(code), text: "" },
      heading: HEADINGS.has(name) ? id : around.heading,
    };
    this.#stack.push(this.#element);
  }

  text(html: string): void {
    const { ignored, value, name } = this.#element;
    if (value && name !== "code") value.text += html;
    if (!ignored) this.#text += html;
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.#flush();
    while (this.#stack.length > 1) {
      const { name: closed, field, value } = this.#element;
      this.#stack.pop();
      this.#element = this.#stack.at(-1) ?? OUTSIDE;
      if (value !== undefined && value !== this.#element.value && field !== undefined)
        this.#addValue(field, value);
      if (closed === name) return;
    }
  }

  #addValue(field: string, { code, text }: Value): void {
    const values = this.#fields.get(field) ?? [];
    this.#fields.set(field, values);
    values.push({ code, text: tidy(read(text)) || code });
  }

  #flush(): void {
    const text = tidy(read(this.#text));
    this.#text = "";
    if (text === "") return;
    const { heading, quoted } = this.#element;
    if (heading === undefined) {
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
