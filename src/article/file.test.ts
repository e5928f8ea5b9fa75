import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSealed, readArticle, sealArticle, writeArticle } from "./file.ts";
import type { Article } from "./schema.ts";

const article: Article = {
  frontMatter: {
    id: "Q900001",
    title: "MAIL: The Queue Stops",
    versions: ["5.5", "2.0 SP1"],
    modified: "2002-08-16",
    symptoms: "One line.\n\n- and a bullet",
    source: { form: "text", file: "Q900001.TXT", sha256: "0".repeat(64), written: "" },
  },
  body: "## More information\n\nText.",
};

test("an article is written with its keys in the schema's order and its sections as block scalars", () => {
  const shuffled = { ...article, frontMatter: { symptoms: "", ...article.frontMatter } };
  expect(writeArticle(shuffled)).toMatchInlineSnapshot(`
    "---
    id: Q900001
    title: "MAIL: The Queue Stops"
    versions: ["5.5", 2.0 SP1]
    modified: 2002-08-16
    symptoms: |
      One line.

      - and a bullet
    source: {form: text, file: Q900001.TXT, sha256: "0000000000000000000000000000000000000000000000000000000000000000", written: ""}
    ---

    ## More information

    Text.
    "
  `);
});

describe("what is written reads back the same", () => {
  const awkward = fc.constantFrom(
    "1.10",
    "null",
    "~",
    "2002-08-16",
    "- a",
    "a: b",
    "a #b",
    "0x1",
    "'",
    '"',
    "[",
    "{",
    "&a",
    "*a",
    "!t",
    "%",
    "@",
    "`",
    "yes",
    "1e5",
    "=",
    "<<",
    "é",
    "👋",
    "\\",
    "?",
    "|",
    ">",
  );
  const word = fc
    .oneof(awkward, fc.string({ minLength: 1, maxLength: 12 }))
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const markdown = fc
    .array(fc.oneof(word, fc.constantFrom("", "    code", "  ", "---", "# x", "\ttab")), {
      minLength: 1,
      maxLength: 6,
    })
    .map((lines) =>
      lines
        .join("\n")
        .replace(/^(?:[ \t]*\n)+/, "")
        .trimEnd(),
    )
    .filter((text) => text.trim() !== "");

  test("whatever stands in it", () => {
    fc.assert(
      fc.property(
        word,
        fc.array(word, { minLength: 1, maxLength: 4 }),
        markdown,
        markdown,
        (title, list, symptoms, body) => {
          const one: Article = {
            frontMatter: { id: "Q1", title, products: list, appliesTo: list, symptoms },
            body,
          };
          expect(readArticle(writeArticle(one), "index.md")).toEqual({
            article: one,
            findings: [],
          });
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("findings say where", () => {
  test.each([
    ["an empty file", "", "1:1 article/no-front-matter"],
    ["no front matter", "# Title\n", "1:1 article/no-front-matter"],
    ["front matter without an end", "---\nid: Q1\n", "3:1 article/open-front-matter"],
    ["text after the closing dashes", "---\nid: Q1\n---x\n", "3:1 article/open-front-matter"],
    ["YAML that is none", "---\nid: Q1\ntitle: [a\n---\n", "4:1 article/yaml"],
    ["a key twice", "---\nid: Q1\ntitle: a\nid: Q2\n---\n", "4:1 article/yaml"],
    ["an id that is none", "---\ntitle: a\nid: ../x\n---\n", "3:1 article/schema"],
    ["a field that is missing", "---\nid: Q1\n---\n", "2:1 article/schema"],
    [
      "a field that nobody knows",
      "---\nid: Q1\ntitle: a\ncolour: red\n---\n",
      "4:1 article/schema",
    ],
    [
      "a number in a list of texts",
      "---\nid: Q1\ntitle: a\nversions: [5.5 SP1, 5.5]\n---\n",
      "4:21 article/schema",
    ],
    [
      "a day that is none",
      "---\nid: Q1\ntitle: a\nmodified: 2002-02-30\n---\n",
      "4:1 article/schema",
    ],
    ["JavaScript", "---js\n{ id: process.exit(1) }\n---\n", "1:4 article/not-yaml"],
    ["JSON", '---json\n{ "id": "Q1" }\n---\n', "1:4 article/not-yaml"],
    ["another language", "---toml\nid = 1\n---\n", "1:4 article/not-yaml"],
  ])("in a file with %s", (_, text, expected) => {
    const { article: none, findings } = readArticle(text, "index.md");
    expect(none).toBeUndefined();
    expect(findings.map(({ place, ruleId }) => `${place.line}:${place.column} ${ruleId}`)).toEqual([
      expected,
    ]);
    expect(findings.every(({ severity }) => severity === "error")).toBe(true);
  });
});

test("dates stay text, and a byte order mark and CRLF make no difference", () => {
  const text = writeArticle(article);
  const { article: read } = readArticle(`\uFEFF${text.replaceAll("\n", "\r\n")}`, "index.md");
  expect(read).toEqual(article);
  expect(read?.frontMatter.modified).toBe("2002-08-16");
});

test.each([
  ["the same, simple and not", "title: Mail\n", 'title: "\\x4dail"\n'],
  ["blanks after the closing dashes", "title: Mail\n", "title: Mail\n", "---  \n"],
  ["a file that ends in dashes", "title: Mail\n", "title: Mail\n", "---"],
])("front matter is read with %s", (_, simple, other, close = "---\n") => {
  const plain = readArticle(`---\nid: Q1\n${simple}---\n`, "index.md");
  expect(plain.article?.frontMatter).toEqual({ id: "Q1", title: "Mail" });
  expect(readArticle(`---\nid: Q1\n${other}${close}`, "index.md")).toEqual(plain);
});

describe("the seal", () => {
  const sealed = sealArticle(article);

  test("holds for the file as it was written", () => {
    expect(isSealed(sealed)).toBe(true);
    expect(readArticle(sealed, "index.md").article?.frontMatter.source?.written).toMatch(
      /^[0-9a-f]{64}$/,
    );
  });

  test.each([
    ["a changed word", sealed.replace("Text.", "Texts.")],
    ["a line more", `${sealed}\nMore.\n`],
    ["a changed seal", sealed.replace(/written: "./, 'written: "g')],
    ["no seal", writeArticle(article)],
  ])("breaks with %s", (_, text) => {
    expect(isSealed(text)).toBe(false);
  });

  test("is the same for the same article", () => {
    expect(sealArticle(article)).toBe(sealed);
  });
});
