import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sealText } from "../../src/article/file.ts";
import { pathOf } from "../../src/article/id.ts";

/** Ids of the articles under a content folder, in the order of their paths. */
export function idsIn(content: string): string[] {
  const files = globSync("kb/*/*/index.md", { cwd: content }).sort();
  return files.map((file) => dirname(file).replace(/^.*[/\\]/, ""));
}

/**
 * Copies articles, their `index.md` alone, until there are `count`: fewer are taken evenly from the whole, more get ids of another range,
 * and what the copied texts refer to is moved into that range with them. Gives the new ids.
 */
export function copyArchive(from: string, to: string, count: number): string[] {
  const ids = idsIn(from);
  const step = Math.max(1, ids.length / count);
  return Array.from({ length: count }, (_, at) => {
    const id = ids[Math.floor(at * step) % ids.length] ?? "";
    const copy = Math.floor(at / ids.length);
    const text = readFileSync(join(from, pathOf(id), "index.md"), "utf8");
    const moved = movedId(id, copy);
    const file = join(to, pathOf(moved), "index.md");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, copy === 0 ? text : sealText(moveIds(text, copy)));
    return moved;
  });
}

/** Between an id and the same in the next copy. */
const RANGE = 1_000_000;

function movedId(id: string, copy: number): string {
  return id.replace(/\d+/, (digits) => String(Number(digits) + copy * RANGE));
}

function moveIds(text: string, copy: number): string {
  return text.replace(/\bQ\d{5,6}\b/g, (id) => movedId(id, copy));
}

/** Adds a sentence to an article as it was at first, as an author would who looks for the best one. */
export function edit(content: string, id: string, sentence: string): void {
  write(content, id, (text) => `${text.trimEnd()}\n\n${sentence}\n`);
}

/** Adds to the title of an article, which lists and other articles show too. */
export function retitle(content: string, id: string, words: string): void {
  write(content, id, (text) =>
    text.replace(/^title: (.*)$/m, (_, title: string) => {
      const plain = title.replace(/^(["'])(.*)\1$/, "$2").replaceAll('"', "");
      return `title: "${plain}, ${words}"`;
    }),
  );
}

const ORIGINALS = new Map<string, string>();

function write(content: string, id: string, change: (text: string) => string): void {
  const file = join(content, pathOf(id), "index.md");
  const original = ORIGINALS.get(file) ?? readFileSync(file, "utf8");
  ORIGINALS.set(file, original);
  writeFileSync(file, change(original));
}
