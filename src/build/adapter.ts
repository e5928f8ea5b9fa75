import type { AstroIntegration } from "astro";

/**
 * Makes Astro build a renderer instead of pages: a module with one function that renders any page of the site from its model
 * (`render-entry.ts`), beside the scripts and styles that the pages link.
 */
export function rendererAdapter(): AstroIntegration {
  return {
    name: "kb-renderer",
    hooks: {
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
