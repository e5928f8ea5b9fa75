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

test("what to do next is told as it can be pasted", async () => {
  const { stdout } = await kb(["new", "One", "--content", content, "--simulator", "limit"]);
  expect(stdout.split("\n").slice(0, 3)).toEqual([
    join(content, "kb/100/KB100001/index.md"),
    join(content, "kb/100/KB100001/simulator.yaml"),
    `Next: npx kb simulate KB100001 --content ${content} --watch, and npx kb check KB100001 --content ${content}`,
  ]);
});

test("an article that is there gets the scenario alone, whose words kb check asks to replace, and which runs", async () => {
  await kb(["new", "One", "--content", content]);
  const words = ["new", "--id", "KB100001", "--simulator", "wrap", "--content", content];
  const made = await kb(words);
  expect(made.status, made.stderr).toBe(0);
  expect(made.stdout).toContain("Its words are those of R100002.");
  const checked = await kb(["check", "KB100001", "--content", content]);
  expect(checked.stdout).toContain("expected words of the article");
  const run = await kb(["simulate", "KB100001", "--content", content]);
  expect(run.stdout).toContain("= hangs:");
  const again = await kb(words);
  expect(again.stderr).toContain("KB100001 has a scenario already: ");
  const nowhere = await kb(words.with(2, "KB7"));
  expect(nowhere.stderr).toContain("there is no article KB7 in ");
});

test.each([
  { words: ["new"], says: "expected one title" },
  { words: ["new", "A", "--id", "../x"], says: '"../x" is no article id' },
  {
    words: ["new", "A", "--simulator", "magic"],
    says: '"magic" is unknown: expected limit (R100001: a table',
  },
])("misuse is told: kb $words", async ({ words, says }) => {
  const result = await kb([...words, "--content", content]);
  expect(result.status).toBe(2);
  expect(result.stderr).toContain(says);
});
