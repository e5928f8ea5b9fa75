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
  // Astro would start a server of Vite to write the types of content collections, of which there are none. It does not declare `sync`: the other
  // option, at its default, makes the types agree.
  const options = { devOutput: false, sync: false };
  await build({ ...rendererConfig({ base, site }), outDir, logLevel: "silent" }, options);
} catch (error) {
  // Where in the site's code; not where in the bundler's.
  console.error(String(error).replace(/^\s+at .*\n?/gm, ""));
  process.exitCode = 1;
}
