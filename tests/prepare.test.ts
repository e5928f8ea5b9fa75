import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { openRenderer } from "../src/build/renderer.ts";

const run = promisify(execFile);
const BASE = "/prepared/";

test("what is prepared is what a build opens, and is not made again", async () => {
  const prepared = await run(process.execPath, ["src/cli/kb.mjs", "prepare", "--base", BASE]);
  expect(prepared).toEqual({ stdout: "", stderr: "" });
  const before = Date.now();
  const { assets } = await openRenderer({ base: BASE, site: "" });
  expect((await stat(assets)).ctimeMs).toBeLessThan(before);
});
