import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { kb } from "./support/site.ts";

let content: string;
beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), "new-"));
});
afterEach(() => rm(content, { recursive: true }));

test("kb new writes an article that kb check finds nothing wrong with", async () => {
  const made = await kb(["new", "Printer prints blanks", "--content", content]);
  expect(made.status, made.stderr).toBe(0);
  const text = await readFile(join(content, "kb/100/KB100001/index.md"), "utf8");
  expect(text).toContain("title: Printer prints blanks\n");
  const checked = await kb(["check", "--content", content]);
  expect(checked.stdout).toBe("1 article: no findings\n");
});

test("numbers go on from the highest, and an id of one's own is kept", async () => {
  await kb(["new", "One", "--content", content, "--id", "KB200500"]);
  const next = await kb(["new", "Two", "--content", content]);
  expect(next.stdout).toContain(join("kb", "200", "KB200501", "index.md"));
});

const ARCHETYPES =
  "limit wrap arithmetic date dialogue race resource dependency matrix path retry transform".split(
    " ",
  );

test("--simulator starts from a scenario of each archetype, proven as it stands", async () => {
  for (const archetype of ARCHETYPES) {
    const made = await kb([
      "new",
      `A ${archetype}`,
      "--content",
      content,
      "--simulator",
      archetype,
    ]);
    expect(made.status, made.stderr).toBe(0);
  }
  const checked = await kb(["check", "--content", content]);
  expect(checked.stdout).toBe("12 articles: no findings\n");
  const run = await kb(["simulate", "KB100001", "--content", content]);
  expect(run.stdout).toContain("there is no place for 513 entries");
});

test.each([
  { words: ["new"], says: "expected one title" },
  { words: ["new", "A", "--id", "../x"], says: '"../x" is no article id' },
  {
    words: ["new", "A", "--simulator", "magic"],
    says: '"magic" is unknown: expected limit (a table',
  },
])("misuse is told: kb $words", async ({ words, says }) => {
  const result = await kb([...words, "--content", content]);
  expect(result.status).toBe(2);
  expect(result.stderr).toContain(says);
});
