import { build } from "astro";
import { rendererConfig } from "./renderer.ts";

/**
 * Has Astro build the renderer, in a process of its own: what the bundler takes of memory ends with it, and a build goes on reading
 * articles meanwhile. Exits with 1, having said on standard error what is wrong, where the site's code cannot be built.
 *
 *     node renderer-process.ts FOLDER BASE SITE
 */
const [, , outDir = "", base = "", site = ""] = process.argv;
try {
  await build({ ...rendererConfig({ base, site }), outDir, logLevel: "silent" });
} catch (error) {
  // Where in the site's code; not where in the bundler's.
  console.error(String(error).replace(/^\s+at .*\n?/gm, ""));
  process.exitCode = 1;
}
