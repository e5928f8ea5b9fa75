import type { Plugin } from "vite";

/** Vite's module behind every `import()`. */
const HELPER = "\0vite/preload-helper.js";

/**
 * Replaces that module by one of a tenth its size, which every page with a dynamic import would else carry: chunks here
 * have no style sheets of their own, and a browser without module preloading simply loads a moment later.
 */
export function lightPreload(): Plugin {
  let base = "/";
  return {
    name: "kb-light-preload",
    enforce: "pre",
    configResolved: (config) => {
      base = config.base;
    },
    load: (id) => (id === HELPER ? helper(base) : undefined),
  };
}

function helper(base: string): string {
  return `export const __vitePreload = (load, chunks = []) => {
    for (const chunk of chunks) {
      const link = document.createElement("link");
      link.rel = "modulepreload";
      link.href = ${JSON.stringify(base)} + chunk;
      document.head.append(link);
    }
    return load();
  };`;
}
