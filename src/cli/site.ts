import { resolve } from "node:path";
import { Misuse } from "./command.ts";
import { PROJECT_CONTENT } from "../build/places.ts";
import { portNumber } from "./port.ts";

export { PROJECT_CONTENT };

/** Where a site is to be found. */
interface AddressOptions {
  /** Path under which the site is served, with a slash at both ends. */
  base: string;
  /** Scheme and host of the published site, for canonical addresses; empty: the one in `src/config.ts`. */
  site: string;
}

/** What the commands that build or show the site have in common. */
export interface SiteOptions extends AddressOptions {
  /** Folder that holds `kb/…`. */
  content: string;
  /** Folder of the built site. */
  out: string;
}

/** Options of `parseArgs` behind `AddressOptions`. */
export const ADDRESS_OPTIONS = {
  base: { type: "string", default: process.env["KB_BASE"] ?? "/" },
  site: { type: "string", default: process.env["KB_SITE"] ?? "" },
} as const;

/** The same behind `SiteOptions`. */
export const SITE_OPTIONS = {
  content: { type: "string", default: "content" },
  out: { type: "string", default: "dist" },
  ...ADDRESS_OPTIONS,
} as const;

export const ADDRESS_USAGE = `  --base /path/   path under which the site is served (default: /, or KB_BASE)
  --site URL      address of the host, for canonical links (default: in src/config.ts, or KB_SITE)`;

export const SITE_USAGE = `  --content DIR   the articles (default: content)
  --out DIR       the built site (default: dist)
${ADDRESS_USAGE}`;

/** Throws `Misuse`. */
export function addressOptions({ base, site }: AddressOptions): AddressOptions {
  return { base: checkedBase(base), site: checkedSite(site) };
}

export function siteOptions(values: Record<keyof SiteOptions, string>): SiteOptions {
  return {
    content: resolve(values.content),
    out: resolve(values.out),
    ...addressOptions(values),
  };
}

function checkedBase(base: string): string {
  if (!/^\/([\w.~-]+\/)*$/.test(base.endsWith("/") ? base : `${base}/`)) {
    throw new Misuse(`--base "${base}" is no path: expected one such as "/" or "/support/".`);
  }
  return base.endsWith("/") ? base : `${base}/`;
}

function checkedSite(site: string): string {
  if (site === "") return "";
  if (!URL.canParse(site) || !/^https?:$/.test(new URL(site).protocol)) {
    throw new Misuse(
      `--site "${site}" is no address: expected one such as "https://kb.example.org".`,
    );
  }
  return new URL(site).origin;
}

/** What the commands that serve pages have in common. */
export const SERVER_OPTIONS = {
  ...SITE_OPTIONS,
  port: { type: "string", default: "4321" },
  host: { type: "string", default: "127.0.0.1" },
} as const;

export const SERVER_USAGE = `${SITE_USAGE}
  --port N        port (default: 4321, or the next one that is free)
  --host ADDRESS  address to listen on (default: 127.0.0.1)`;

/** Where to listen. Throws `Misuse`. */
export function listenOptions({ host, port }: { host: string; port: string }) {
  return { host, port: portNumber(port) };
}
