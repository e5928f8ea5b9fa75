import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/**
 * The Content-Security-Policy of a page: everything from the site itself, nothing inline, nothing run from text.
 * Search compiles WebAssembly, which needs a word of its own; it may stand only where search runs.
 */
export function policy({ search }: { search: boolean }): string {
  return [
    "default-src 'none'",
    `script-src 'self'${search ? " 'wasm-unsafe-eval'" : ""}`,
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}

const OTHER_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

/** Writes the policy as header files too, for hosts that read them: `_headers`, `.htaccess`, `web.config`. */
export function headerFiles(): AstroIntegration {
  let base = "/";
  return {
    name: "kb-header-files",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = config.base.endsWith("/") ? config.base : `${config.base}/`;
      },
      "astro:build:done": async ({ dir }) => {
        const write = (name: string, text: string) =>
          writeFile(fileURLToPath(new URL(name, dir)), text);
        await write("_headers", netlifyHeaders(base));
        await write(".htaccess", apacheHeaders(base));
        await write("web.config", iisHeaders());
      },
    },
  };
}

/** Headers hold for the whole site; the stricter policy of a page without search is in its own meta element. */
const headers = Object.entries({
  "Content-Security-Policy": policy({ search: true }),
  ...OTHER_HEADERS,
});

function netlifyHeaders(base: string): string {
  return `${base}*\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join("")}`;
}

function apacheHeaders(base: string): string {
  const lines = headers.map(([name, value]) => `  Header set ${name} "${value}"\n`).join("");
  return `ErrorDocument 404 ${base}404.html\nAddDefaultCharset utf-8\n<IfModule mod_headers.c>\n${lines}</IfModule>\n`;
}

function iisHeaders(): string {
  const lines = headers
    .map(([name, value]) => `        <add name="${name}" value="${value}" />\n`)
    .join("");
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <httpProtocol>
      <customHeaders>
${lines}      </customHeaders>
    </httpProtocol>
  </system.webServer>
</configuration>
`;
}
