import type { AstroIntegration } from "astro";

/**
 * Makes Astro build a renderer instead of pages: a module with one function that renders any page of the site from its model
 * (`render-entry.ts`), beside the scripts and styles that the pages link.
 */
export function rendererAdapter(): AstroIntegration {
  return {
    name: "kb-renderer",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [nothingAhead] } });
      },
      "astro:config:done": ({ setAdapter }) => {
        setAdapter({
          name: "kb-renderer",
          entrypointResolution: "auto",
          serverEntrypoint: new URL("./render-entry.ts", import.meta.url),
          supportedAstroFeatures: { serverOutput: "stable", sharpImageService: "stable" },
        });
      },
    },
  };
}

const NOTHING = "virtual:kb-nothing";

/** Astro would also build what renders pages ahead. No page is, so that is an empty module. */
const nothingAhead = {
  name: "kb-nothing-ahead",
  resolveId: (id: string) => (id === NOTHING ? id : undefined),
  load: (id: string) => (id === NOTHING ? "" : undefined),
  configEnvironment: (name: string) =>
    name === "prerender" ? { build: { rolldownOptions: { input: NOTHING } } } : undefined,
};
