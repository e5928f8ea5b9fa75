import { defineConfig } from "astro/config";
import { config } from "./src/config.ts";
import { lightPreload } from "./src/site/preload.ts";
import { headerFiles } from "./src/site/policy.ts";

const site = process.env.KB_SITE || config.siteUrl;
const base = process.env.KB_BASE || "/";

// Static files that any host can serve: nothing is inlined, for the site's policy forbids it, and nothing is prefetched.
export default defineConfig({
  site,
  base,
  trailingSlash: "always",
  prefetch: false,
  devToolbar: { enabled: false },
  build: { format: "directory", inlineStylesheets: "never", concurrency: 16 },
  integrations: [headerFiles()],
  vite: {
    build: { assetsInlineLimit: 0 },
    plugins: [lightPreload()],
  },
});
