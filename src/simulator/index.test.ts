import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Every module that a page gets with this one: what it imports, and what that imports, types apart. */
function graphOf(file: URL, seen = new Set<string>()): Set<string> {
  if (seen.has(file.href)) return seen;
  seen.add(file.href);
  const text = readFileSync(file, "utf8");
  for (const [, from = ""] of text.matchAll(
    /^(?:import|export) (?!type\b)[^;]*?from "([^"]+)";/gms,
  ))
    if (from.startsWith(".")) graphOf(new URL(from, file), seen);
    else seen.add(from);
  return seen;
}

test("a page carries neither parser nor schema, and nothing of Node's", () => {
  const root = new URL("./", import.meta.url);
  const modules = [...graphOf(new URL("index.ts", root))].map((href) =>
    href.replace(root.href, ""),
  );
  expect(modules).toContain("kernel.ts");
  expect(modules.filter((name) => /^scenario\/|^\.\.|^[^./]+$|^node:|^proof/.test(name))).toEqual(
    [],
  );
});

test("the kernel knows nothing of any one scenario", () => {
  const root = new URL("./", import.meta.url);
  const modules = [...graphOf(new URL("index.ts", root))].filter(
    (href) => !href.includes("/devices/"),
  );
  for (const module of modules) {
    const code = readFileSync(new URL(module), "utf8").replace(/\/\*.*?\*\/|\/\/.*?$/gms, "");
    expect(code, module).not.toMatch(/exchange|65,?53[56]|pop3|imap4|mapi|Q\d{6}/i);
  }
});
