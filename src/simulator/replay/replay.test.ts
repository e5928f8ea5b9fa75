import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readArticle } from "../../article/file.ts";
import type { Article } from "../../article/schema.ts";
import { MOST_BYTES } from "./fit.ts";
import { deriveReplay, type Moment, type Replay } from "./index.ts";

const FIXTURES = join(import.meta.dirname, "../../../tests/fixtures/replay");
const names = readdirSync(FIXTURES).flatMap((name) => /^(.*)\.article\.md$/.exec(name)?.[1] ?? []);

function fixture(name: string): Article {
  const file = join(FIXTURES, `${name}.article.md`);
  const { article, findings } = readArticle(readFileSync(file, "utf8"), file);
  if (article === undefined) throw new Error(JSON.stringify(findings));
  return article;
}

function derived(name: string): Replay {
  const replay = deriveReplay(fixture(name));
  if (replay === undefined) throw new Error(`${name} has no replay`);
  return replay;
}

describe("an article and its replay", () => {
  test.each(names)("%s", async (name) => {
    const replay = deriveReplay(fixture(name)) ?? null;
    await expect(
      stringify(replay, { lineWidth: 0, aliasDuplicateObjects: false }),
    ).toMatchFileSnapshot(join(FIXTURES, `${name}.replay.yaml`));
  });

  test.each(names)("%s: all that is shown stands in the article", (name) => {
    const article = fixture(name);
    const { symptoms = "", resolution = "", workaround = "", status = "" } = article.frontMatter;
    const text = folded([symptoms, resolution, workaround, status, article.body].join(" "));
    for (const shown of textsOf(deriveReplay(article))) expect(text).toContain(folded(shown));
  });
});

test("what may happen stays what may happen", () => {
  const telling = derived("messages").telling.map(({ text }) => text);
  expect(telling[0]).toContain("you may receive");
  expect(telling[1]).toContain("intermittently");
});

test("without anything to do there is one lane", () => {
  expect(derived("event").remedies).toEqual([]);
});

test("a remedy that is an update ends where the article says what it corrected", () => {
  const [remedy] = derived("messages").remedies;
  expect(remedy?.moments.at(-1)?.text).toBe(
    "This problem was first corrected in Contoso Label Maker 2.1.",
  );
});

test("versions are offered only where the article tells them apart", () => {
  expect(derived("messages").versions).toEqual([]);
  expect(derived("versions").versions).toHaveLength(2);
});

test("a long replay is cut and says so, and never begins a remedy at its end", () => {
  const replay = derived("long");
  const bytes = textsOf(replay).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  const [remedy] = replay.remedies;
  expect(remedy?.moments.at(-1)).toMatchObject({ isCut: true });
  expect(remedy?.moments[1]?.marker).toBe("1.");
});

test("an article about nothing that fails has none", () => {
  const { frontMatter, body } = fixture("messages");
  const { symptoms, ...rest } = frontMatter;
  const article = { frontMatter: { ...rest, title: "How to Print", summary: symptoms }, body };
  expect(deriveReplay(article)).toBeUndefined();
});

function textsOf(replay: Replay | undefined): string[] {
  const moments = [
    ...(replay?.telling ?? []),
    ...(replay?.remedies.flatMap(({ moments }) => moments) ?? []),
  ];
  return moments.flatMap(({ under = "", or = "", text, shown }: Moment) => [
    under,
    or,
    text,
    ...shown.map((block) => block.text),
  ]);
}

/** Without white space and Markdown's own marks. */
function folded(text: string): string {
  return text.replace(/[\s>\\]+/g, "");
}
