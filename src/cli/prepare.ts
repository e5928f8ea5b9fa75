import { openRenderer } from "../build/renderer.ts";
import { EXIT, parse, type Command } from "./command.ts";
import { ADDRESS_OPTIONS, ADDRESS_USAGE, addressOptions } from "./site.ts";

const usage = `Usage: kb prepare [--base /path/] [--site URL]

Has Astro make what pages are rendered with, so that the first "kb build" or "kb dev" need not wait for it.
"npm install" runs it; whoever leaves it out waits some seconds once.

${ADDRESS_USAGE}`;

export const command: Command = {
  summary: "what pages are rendered with, ahead of the first build",
  usage,
  async run(args) {
    const { values } = parse(args, ADDRESS_OPTIONS);
    await openRenderer(addressOptions(values));
    return EXIT.done;
  },
};
