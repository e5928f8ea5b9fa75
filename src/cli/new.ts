import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readArticle, writeArticle } from "../article/file.ts";
import { articleFolders } from "../article/folders.ts";
import { isArticleId, pathOf } from "../article/id.ts";
import type { Article } from "../article/schema.ts";
import { contentOption } from "../build/places.ts";
import { shellWord } from "../simulator/proof/command.ts";
import { EXIT, Misuse, parse, type Command } from "./command.ts";
import { shown } from "./shown.ts";
import { PROJECT_CONTENT } from "./site.ts";

/** Starting points for scenarios: each an article of the project's own with its simulator. */
export const ARCHETYPES = {
  limit: ["R100001", "a table of fixed size that fills up"],
  wrap: ["R100002", "a counter that begins again"],
  arithmetic: ["R100003", "decimals and rounding"],
  date: ["R100004", "two-digit years and 29 February"],
  dialogue: ["R100005", "a protocol: SMTP"],
  race: ["R100006", "two clients and their locks"],
  resource: ["R100007", "two devices on one line"],
  dependency: ["R100008", "services that need each other"],
  matrix: ["R100009", "a program on processors of all speeds"],
  path: ["R100010", "names and paths"],
  retry: ["R100011", "a flood, and a timeline of retries"],
  transform: ["R100012", "a text that is changed wrongly"],
} as const;
type Archetype = keyof typeof ARCHETYPES;

function archetypeNames(): string[] {
  return Object.entries(ARCHETYPES).map(([name, [id, meaning]]) => `${name} (${id}: ${meaning})`);
}

const usage = `Usage: kb new "TITLE" [--id ID] [--simulator ARCHETYPE] [--content DIR]
       kb new --id ID --simulator ARCHETYPE [--content DIR]

Writes a new article to start from, and with --simulator a scenario beside it that runs as it stands. Without a title, the
scenario alone beside the article ID: its words are still those of the archetype's article, and have to be replaced.

  --id ID                capital letters, then digits (default: the next free KB number)
  --simulator ARCHETYPE  one of
${archetypeNames()
  .map((name) => `                           ${name}`)
  .join("\n")}
  --content DIR          the articles (default: content)`;

export const command: Command = {
  summary: "a new article, and a scenario to start from",
  usage,
  async run(args) {
    const { values, positionals } = parse(args, {
      id: { type: "string" },
      simulator: { type: "string" },
      content: { type: "string", default: "content" },
    });
    const content = resolve(values.content);
    const archetype = values.simulator === undefined ? undefined : archetypeOf(values.simulator);
    if (positionals.length === 0 && archetype !== undefined && values.id !== undefined)
      await addScenario(checkedId(values.id), archetype, content);
    else await addArticle(titleOf(positionals), values.id, archetype, content);
    return EXIT.done;
  },
};

async function addArticle(
  title: string,
  given: string | undefined,
  archetype: Archetype | undefined,
  content: string,
): Promise<void> {
  const id = given === undefined ? await nextId(content) : checkedId(given);
  const folder = join(content, pathOf(id));
  if (existsSync(folder))
    throw new Misuse(
      `${id} is there already: ${shown(folder)}. Without a title, --id and --simulator put a scenario beside it.`,
    );
  await mkdir(folder, { recursive: true });
  for (const [name, text] of await filesOf(id, title, archetype))
    await write(join(folder, name), text);
  if (archetype !== undefined) console.log(nextSteps(id, content));
}

/** The archetype's scenario beside an article that is there already. */
async function addScenario(id: string, archetype: Archetype, content: string): Promise<void> {
  const folder = join(content, pathOf(id));
  if (!existsSync(join(folder, "index.md")))
    throw new Misuse(`there is no article ${id} in ${shown(folder)}: give a title to make one.`);
  const file = join(folder, "simulator.yaml");
  if (existsSync(file)) throw new Misuse(`${id} has a scenario already: ${shown(file)}.`);
  await write(file, await readArchetype(archetype, "simulator.yaml"));
  console.log(
    `Its words are those of ${ARCHETYPES[archetype][0]}. Replace them by this article's.`,
  );
  console.log(nextSteps(id, content));
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text);
  console.log(shown(file));
}

function nextSteps(id: string, content: string): string {
  const option = contentOption(content);
  const words = option === undefined ? id : `${id} --content ${shellWord(option)}`;
  return `Next: npx kb simulate ${words} --watch, and npx kb check ${words}`;
}

function archetypeOf(name: string): Archetype {
  if (name in ARCHETYPES) return name as Archetype;
  throw new Misuse(`--simulator "${name}" is unknown: expected ${archetypeNames().join(", ")}.`);
}

function titleOf(positionals: string[]): string {
  const [title, ...rest] = positionals;
  if (title === undefined || title.trim() === "" || rest.length > 0) {
    throw new Misuse('expected one title, in quotes: kb new "Printer prints blank pages".');
  }
  return title.trim();
}

function checkedId(id: string): string {
  if (isArticleId(id)) return id;
  throw new Misuse(
    `--id "${id}" is no article id: expected capital letters, then digits, such as KB100001.`,
  );
}

/** One more than the highest KB number there is; numbers of our own start at KB100001. */
async function nextId(content: string): Promise<string> {
  const numbers = (await articleFolders(content))
    .map(({ id }) => /^KB(\d+)$/.exec(id)?.[1])
    .map((digits) => Number(digits ?? 0));
  return `KB${Math.max(100_000, ...numbers) + 1}`;
}

async function filesOf(
  id: string,
  title: string,
  archetype: Archetype | undefined,
): Promise<[name: string, text: string][]> {
  if (archetype === undefined) return [["index.md", writeArticle(emptyArticle(id, title))]];
  const { article } = readArticle(await readArchetype(archetype, "index.md"), "index.md");
  if (article === undefined) throw new Error(`${archetype} is no article.`);
  return [
    ["index.md", writeArticle(renamed(article, id, title))],
    ["simulator.yaml", await readArchetype(archetype, "simulator.yaml")],
  ];
}

function readArchetype(archetype: Archetype, name: string): Promise<string> {
  return readFile(join(PROJECT_CONTENT, pathOf(ARCHETYPES[archetype][0]), name), "utf8");
}

/** The article under another name, as one of the author's own: it no longer comes from an import. */
function renamed({ frontMatter, body }: Article, id: string, title: string): Article {
  const own = { ...frontMatter, id, title, modified: today() };
  delete own.source;
  delete own.collection;
  return { frontMatter: own, body };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function emptyArticle(id: string, title: string): Article {
  return {
    frontMatter: {
      id,
      title,
      modified: today(),
      symptoms: "What the reader sees: the message, word for word.",
      cause: "Why it happens.",
      workaround: "What helps.",
    },
    body: "## More information\n\nHow to reproduce it, and whatever else helps to understand it.",
  };
}
