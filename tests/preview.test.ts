import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildSite, startKb } from "./support/site.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

test("kb preview serves a built site under its path, as a static host does", async () => {
  const content = join(ROOT, "tests/fixtures/site");
  const out = await buildSite("preview", { content, base: "/under/" });
  const server = await startKb(ROOT, "preview", "--out", out, "--base", "/under/");
  try {
    expect(new URL(server.address).pathname).toBe("/under/");
    const home = await fetch(server.address);
    expect(home.headers.get("content-type")).toMatch(/^text\/html;\s?charset=utf-8$/);
    expect((await fetch(`${server.address}pagefind/pagefind-entry.json`)).status).toBe(200);
    expect((await fetch(new URL("/", server.address))).url).toBe(server.address);
    const lost = await fetch(`${server.address}kb/999/Q999999/`);
    expect(lost.status).toBe(404);
    expect(await lost.text()).toContain("There is no page at this address");
  } finally {
    await server.end();
  }
});
