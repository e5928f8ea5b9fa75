import { openRenderer } from "../build/renderer.ts";
import { EXIT, parse, type Command } from "./command.ts";
import { SITE_OPTIONS, siteOptions } from "./site.ts";

const { base, site } = SITE_OPTIONS;

const usage = `Usage: kb prepare [--base /path/] [--site URL]

Has Astro make what pages are rendered with, so that the first "kb build" or "kb dev" need not wait for it.
"npm install" runs it; whoever leaves it out waits some seconds once.

  --base /path/   path under which the site is to be served (default: /, or KB_BASE)
  --site URL      address of the host, for canonical links (default: in src/config.ts, or KB_SITE)`;

export const command: Command = {
  summary: "what pages are rendered with, ahead of the first build",
  usage,
  async run(args) {
    const { values } = parse(args, { base, site });
    await openRenderer(siteOptions({ content: "", out: "", ...values }));
    return EXIT.done;
  },
};
