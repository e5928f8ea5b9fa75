import { build } from "astro";
import { rendererConfig } from "./renderer.ts";

/**
 * Has Astro build the renderer, in a process of its own: what the bundler takes of memory ends with it, and a build goes on reading
 * articles meanwhile.
 *
 *     node renderer-process.ts FOLDER BASE SITE
 */
const [, , outDir = "", base = "", site = ""] = process.argv;
await build({ ...rendererConfig({ base, site }), outDir, logLevel: "error" });
