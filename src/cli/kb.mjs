#!/usr/bin/env node
// Starts the `kb` command under a Node that runs TypeScript. Plain JavaScript that any Node of the last years reads:
// where the running one is too old, the `node` package among the dependencies brings its own.
import { spawn } from "node:child_process";
import module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

// What Node makes of the code is kept for the next command: that halves the time of its start. Threads and further processes, which the
// environment tells, have it too, but not the first time: each would write down what the others do.
const compiled = fileURLToPath(
  new URL("../../node_modules/.cache/reprobase/compiled", import.meta.url),
);
if (existsSync(compiled)) process.env.NODE_COMPILE_CACHE ??= compiled;
module.enableCompileCache?.(compiled);

if (process.features.typescript) {
  const { main } = await import("./main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.exitCode = await runUnderBundledNode();
}

/** Runs there what was asked for here, and passes on the signals that end it. */
async function runUnderBundledNode() {
  const node = bundledNode();
  if (node === undefined || process.env.KB_BUNDLED_NODE) {
    console.error(
      `kb: Node ${process.versions.node} is too old, 22.18 or later is needed. ` +
        `Install a newer Node, or run "npm install" here: it brings one along.`,
    );
    return 2;
  }
  const args = [import.meta.filename ?? process.argv[1], ...process.argv.slice(2)];
  const env = { ...process.env, KB_BUNDLED_NODE: "1" };
  const child = spawn(node, args, { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on("close", (status) => resolve(status ?? 1)));
}

function bundledNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve("node/package.json"));
    const path = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
