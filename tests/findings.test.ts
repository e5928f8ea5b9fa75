import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { glob } from "tinyglobby";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Rule ids as the source code has them: whole, or as the name that `findingAt` puts behind `kbtext/`. */
async function rulesInCode(): Promise<string[]> {
  const files = await glob("src/**/*.ts", { cwd: root, ignore: ["**/*.test.ts"] });
  const rules = new Set<string>();
  for (const file of files) {
    const code = await readFile(`${root}${file}`, "utf8");
    for (const [, rule] of code.matchAll(/"((?:article|kbtext|import)\/[a-z-]+)"/g)) {
      if (rule !== undefined) rules.add(rule);
    }
    if (!file.startsWith("src/kbtext/")) continue;
    for (const [, name] of code.matchAll(/findingAt\([^"`]*"([a-z-]+)"/g))
      rules.add(`kbtext/${name}`);
  }
  return [...rules].sort();
}

test("docs/findings.md explains every rule", async () => {
  const rules = await rulesInCode();
  expect(rules.length).toBeGreaterThan(20);
  const page = await readFile(`${root}docs/findings.md`, "utf8");
  expect(rules.filter((rule) => !page.includes(`| \`${rule}\` |`))).toEqual([]);
});
