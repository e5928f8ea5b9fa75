import { z } from "zod";

/**
 * What an article's front matter may hold: the one origin of the TypeScript type, the JSON Schema for editors and
 * the reference page in `docs/`. Keys are written in the order in which they stand here.
 */

const text = z.string().min(1);
const markdown = text;
const list = z.array(text);

/** The article's sections that have a key of their own, in their usual order. Every other section is a `##` of the body. */
export const SECTION_KEYS = [
  "summary",
  "symptoms",
  "cause",
  "resolution",
  "workaround",
  "status",
] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

export const SOURCE_FORMS = ["text", "archive", "library"] as const;

export const frontMatterSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Z]+[0-9]{1,9}$/)
    .describe("Capital letters, then digits: `Q298836`. The folder is named after it."),
  title: text.describe("The title, without the number."),
  products: list.optional().describe("Product names, as the header gives them."),
  versions: list.optional().describe("Product versions, as the header gives them."),
  operatingSystems: list.optional().describe("Operating systems, as the header gives them."),
  keywords: list.optional().describe("Keywords, such as `kbnetwork`."),
  modified: z.iso.date().optional().describe("The day of the last change, `YYYY-MM-DD`."),
  appliesTo: list
    .optional()
    .describe("One entry a product line under “The information in this article applies to”."),
  order: list
    .optional()
    .describe(
      "The order of the sections, where it is not the usual one: keys of sections, and body headings in camel case.",
    ),
  summary: markdown.optional().describe("SUMMARY, as Markdown."),
  symptoms: markdown.optional().describe("SYMPTOMS, as Markdown."),
  cause: markdown.optional().describe("CAUSE, as Markdown."),
  resolution: markdown.optional().describe("RESOLUTION, as Markdown."),
  workaround: markdown.optional().describe("WORKAROUND, as Markdown."),
  status: markdown.optional().describe("STATUS, as Markdown."),
  technology: list
    .optional()
    .describe("Technology codes of the trailer, such as `kbExchangeSearch`."),
  components: list.optional().describe("Components of the trailer, such as `IDE Drivers`."),
  hardware: list.optional().describe("Hardware of the trailer, such as `x86`."),
  issueType: text.optional().describe("Issue type code of the trailer, such as `kbprb` (Problem)."),
  solutionType: text.optional().describe("Solution type code of the trailer, such as `kbnofix`."),
  queryWords: list.optional().describe("Additional query words of the trailer."),
  events: z
    .array(
      z.strictObject({
        id: text.optional(),
        source: text.optional(),
        type: text.optional(),
        category: text.optional(),
        description: text.optional(),
      }),
    )
    .optional()
    .describe("Records of the event log, their descriptions unwrapped."),
  messages: list.optional().describe("Messages that the text quotes, each on one line."),
  codes: list
    .optional()
    .describe("Error numbers, hexadecimal codes and exit codes, exactly as written."),
  steps: list.optional().describe("The steps to reproduce the problem."),
  files: z
    .array(
      z.strictObject({
        name: text,
        version: text.optional(),
        date: text.optional(),
        time: text.optional(),
        size: text.optional(),
        platform: text.optional(),
      }),
    )
    .optional()
    .describe("Files from tables of name, version, date and size, exactly as written."),
  registry: z
    .array(
      z.strictObject({
        key: text.optional(),
        value: text.optional(),
        type: text.optional(),
        data: text.optional(),
      }),
    )
    .optional()
    .describe("Registry keys, each with the value, type and data named below it."),
  references: list.optional().describe("Ids of other articles that the text names."),
  fixedIn: list.optional().describe("Service packs and versions that the text names as the fix."),
  collection: text
    .optional()
    .describe(
      "The archive's own mark for the collection, such as `exchange`; form 1 alone has it.",
    ),
  source: z
    .strictObject({
      form: z
        .enum(SOURCE_FORMS)
        .describe("`text` (form 1), `archive` (form 2) or `library` (form 3)."),
      file: text.describe("Name of the file that was imported, without its folders."),
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe("SHA-256 of that file's bytes."),
      written: z
        .string()
        .regex(/^([0-9a-f]{64})?$/)
        .describe("SHA-256 of the article file as import wrote it, with this value empty."),
    })
    .optional()
    .describe("Where the article was imported from. Absent in articles written by hand."),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;

type Check = (value: unknown) => boolean;

/**
 * Whether something is front matter as the schema wants it, as zod would say, but sooner: a build asks it of every article, and nearly all fields are
 * texts and lists of texts. Zod tells what is wrong.
 */
export const isFrontMatter = checkOf(frontMatterSchema) as (value: unknown) => value is FrontMatter;

function checkOf(schema: z.core.$ZodType): Check {
  if (schema === text) return isText;
  if (schema instanceof z.ZodOptional) return checkOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return arrayOf(checkOf(schema.element));
  if (schema instanceof z.ZodObject) return strictObjectOf(schema.shape);
  return (value) => z.safeParse(schema, value).success;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function arrayOf(isItem: Check): Check {
  return (value) => Array.isArray(value) && value.every(isItem);
}

/** Fields that are there and `undefined` are left to zod: no file has any. */
function strictObjectOf(shape: Readonly<Record<string, z.core.$ZodType>>): Check {
  const fields = new Map(Object.entries(shape).map(([key, field]) => [key, checkOf(field)]));
  const needed = Object.keys(shape).filter((key) => !(shape[key] instanceof z.ZodOptional));
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    if (!needed.every((key) => Object.hasOwn(value, key))) return false;
    return Object.entries(value).every(([key, field]) => fields.get(key)?.(field) === true);
  };
}

/** An article: checked front matter, and a Markdown body (CommonMark + GFM). */
export interface Article {
  frontMatter: FrontMatter;
  body: string;
}
