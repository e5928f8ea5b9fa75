import fc from "fast-check";
import { expect, test } from "vitest";
import { writeKbText } from "../../tests/corpus/kb-text.ts";
import { SECTION_KEYS, type Article } from "../article/schema.ts";
import { blockStart, cell, inline } from "./markdown/inline.ts";
import { parseKbText } from "./parse.ts";

/**
 * An article made of every construct that Markdown keeps whole, written as KB text (`tests/corpus/kb-text.ts`), is read as
 * the same article. What Markdown does not keep, and real articles have (how far a block stood in), is left out.
 */

// ---- text ----------------------------------------------------------------------------------------------------------

const NOUNS = ["server", "drive", "form", "printer", "folder", "key", "user", "network"];
const VERBS = ["opens", "does not read", "is not part of", "can use", "has lost", "may change"];
/** Words that mean something to Markdown or to a recogniser, and mean nothing inside a sentence. */
const ODD = [
  "user_name",
  "a*b*c",
  "<name>",
  "[one]",
  "C:\\one\\two.txt",
  "\\\\server\\share",
  '"One Two"',
  "#3",
  "100%",
  "&amp;",
  "`tick`",
  "Q100002",
  "~one~",
  "x|y",
  "http://host.example/one.htm",
];

const noun = fc.constantFrom(...NOUNS);
const sentence = fc
  .tuple(noun, fc.constantFrom(...VERBS), noun, fc.option(fc.constantFrom(...ODD)))
  .map(([one, verb, two, odd]) =>
    odd === null
      ? `The ${one} ${verb} the ${two} that you have set up.`
      : `The ${one} ${verb} the ${two} with ${odd} on it.`,
  );
const text = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(" "));
const title = fc.tuple(noun, noun).map(([one, two]) => `${capital(one)} of the ${capital(two)}`);

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

// ---- constructs ----------------------------------------------------------------------------------------------------

const written = (words: string) => blockStart(inline(words));
const paragraph = text.map((words) => written(words));
const heading = title.map((words) => `### ${inline(words)}`);

const number = fc.integer({ min: 100, max: 9999 });

/** Blocks that the text before them announces. */
const announced = fc.oneof(
  fc
    .tuple(noun, noun)
    .map(([one, two]) =>
      led(
        "The following code opens it:",
        fence("c", [`#include <${one}.h>`, "", `int ${two} = open(${one});`, `close(${two});`]),
      ),
    ),
  fc
    .tuple(noun, noun)
    .map(([one, two]) =>
      led(
        "The following error message appears:",
        fence("message", [`The ${one} could not read the ${two}.`]),
      ),
    ),
  fc
    .tuple(noun, number)
    .map(([one, size]) =>
      led(
        "The program writes the following output:",
        fence("listing", [
          `Directory of C:\\${one}`,
          `${one}    <DIR>   10-06-92  12:00a`,
          `${size} bytes free`,
        ]),
      ),
    ),
  fc
    .tuple(noun, number)
    .map(([one, size]) =>
      led(
        "A session looks like this:",
        fence("transcript", ["+OK ready", `RETR ${size}`, `-ERR ${one}`]),
      ),
    ),
  fc
    .tuple(noun, number)
    .map(([one, value]) =>
      led(
        "The following key is in the registry:",
        fence("registry", [
          `HKEY_LOCAL_MACHINE\\Software\\${capital(one)}`,
          `Value Name: ${capital(one)}`,
          "Data Type:  REG_DWORD",
          `Data:       ${value}`,
        ]),
      ),
    ),
  fc
    .tuple(noun, number)
    .map(([one, id]) =>
      led(
        "The following event is logged:",
        fence("event", [
          `Event ID: ${id}`,
          `Source: ${capital(one)}`,
          "Type: Error",
          "Description: It could not be opened.",
        ]),
      ),
    ),
);

function led(words: string, block: string): string {
  return `${words}\n\n${block}`;
}

function fence(info: string, lines: string[]): string {
  return ["```" + info, ...lines, "```"].join("\n");
}

const references = fc
  .array(fc.tuple(fc.integer({ min: 100_000, max: 999_999 }), title), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.map(([id, words]) => `- Q${id} ${inline(words)}`).join("\n"))
  .map((list) => led("For more information, see the following articles:", list));

const callout = fc
  .tuple(fc.constantFrom("NOTE", "WARNING", "IMPORTANT", "CAUTION", "TIP"), text)
  .map(([type, words]) => `> [!${type}]\n> ${written(words)}`);

const table = fc
  .array(
    fc.tuple(
      noun,
      sentence.filter((words) => !words.includes("|")),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((rows) =>
    [
      "| Name | Meaning |",
      "| --- | --- |",
      ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`),
    ].join("\n"),
  );

const item = fc.oneof(
  { weight: 3, arbitrary: paragraph },
  { weight: 1, arbitrary: announced },
  { weight: 1, arbitrary: fc.tuple(paragraph, callout).map((all) => all.join("\n\n")) },
  {
    weight: 1,
    arbitrary: fc
      .array(paragraph, { minLength: 1, maxLength: 3 })
      .map((all) =>
        led("Do one of these things:", all.map((words) => listItem("-", words)).join("\n\n")),
      ),
  },
);

const list = fc
  .tuple(fc.boolean(), fc.array(item, { minLength: 2, maxLength: 4 }))
  .map(([ordered, items]) =>
    items.map((words, index) => listItem(ordered ? `${index + 1}.` : "-", words)).join("\n\n"),
  );

const tightList = fc
  .array(noun, { minLength: 2, maxLength: 5 })
  .map((nouns) => nouns.map((one) => `- The ${one} of the user`).join("\n"));

const ways = fc
  .tuple(paragraph, paragraph)
  .map(([one, two]) => [listItem("-", one), "-or-", listItem("-", two)].join("\n\n"));

function listItem(marker: string, words: string): string {
  const pad = " ".repeat(marker.length + 1);
  const lines = words.split("\n").map((line) => (line === "" ? "" : pad + line));
  return `${marker} ${lines.join("\n").trimStart()}`;
}

/** A construct, after a paragraph of its own, so that no two of a kind stand in a row. */
const construct = fc.oneof(announced, references, callout, table, list, tightList, ways, heading);
const section = fc
  .array(fc.tuple(paragraph, construct, paragraph), { minLength: 1, maxLength: 3 })
  .map((all) => all.flat().join("\n\n"));

const article: fc.Arbitrary<Article> = fc
  .tuple(
    fc.record(
      { symptoms: section, cause: section, resolution: section, status: section },
      { requiredKeys: ["symptoms"] },
    ),
    fc.option(fc.tuple(title, section)),
    title,
  )
  .map(([sections, own, name]) => ({
    frontMatter: { id: "Q100001", title: name, ...sections },
    body: own === null ? "" : `## ${sectionTitle(own[0])}\n\n${own[1]}`,
  }));

/** As the importer writes a title that the source has in capitals. */
function sectionTitle(words: string): string {
  return inline(capital(words.toLowerCase()));
}

// ---- the property --------------------------------------------------------------------------------------------------

function readAgain(one: Article): Article {
  const again = parseKbText(Buffer.from(writeKbText(one), "latin1"), "again.txt").article;
  if (again === undefined) throw new Error("no article");
  return again;
}

function textOf({ frontMatter, body }: Article): string {
  return [...SECTION_KEYS.map((key) => `${key}: ${frontMatter[key] ?? ""}`), body].join("\n\n");
}

test("an article that is written as KB text is read as the same article", () => {
  fc.assert(
    fc.property(article, (one) => {
      const again = readAgain(one);
      expect(textOf(again)).toBe(textOf(one));
      expect(again.frontMatter.title).toBe(one.frontMatter.title);
      // What search and simulators use of it (events, messages, codes, keys, references) is the same too.
      expect(readAgain(again)).toEqual(again);
    }),
    { numRuns: 150, seed: 2029 },
  );
});
