import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathOf } from "../article/id.ts";
import { EXIT, Misuse, parse, type Command } from "./command.ts";
import { articleFolders } from "../article/folders.ts";
import {
  passToAstro,
  PROJECT_CONTENT,
  siteOptions,
  SITE_OPTIONS,
  SITE_USAGE,
  type SiteOptions,
} from "./site.ts";
import { portNumber } from "./port.ts";

const usage = `Usage: kb preview [--out DIR] [--port 4321] [--host 127.0.0.1] [--base /path/]

Serves the built site on this machine, to look at it before it is published. End it with Ctrl+C.

${SITE_USAGE}
  --port N        port (default: 4321, or the next one that is free)
  --host ADDRESS  address to listen on (default: 127.0.0.1)`;

export const command: Command = {
  summary: "the built site on a local server",
  usage,
  async run(args) {
    const { values } = parse(args, {
      ...SITE_OPTIONS,
      port: { type: "string", default: "4321" },
      host: { type: "string", default: "127.0.0.1" },
    });
    const options = siteOptions(values);
    if (!existsSync(join(options.out, "index.html"))) {
      throw new Misuse(`there is no built site in ${options.out}: run "npm run build" first.`);
    }
    const { preview } = await import("astro");
    const server = await preview({
      ...passToAstro(options),
      logLevel: "error",
      server: { host: values.host, port: portNumber(values.port) },
    });
    const address = `http://${values.host}:${server.port}${options.base}`;
    console.log(`home     ${address}`);
    const article = await firstArticle(options);
    if (article !== undefined) console.log(`article  ${address}${pathOf(article)}/`);
    console.log("Ctrl+C ends it.");
    await server.closed();
    return EXIT.done;
  },
};

/** The article to show first: one with a simulator, where there is one. */
async function firstArticle({ content, out }: SiteOptions): Promise<string | undefined> {
  const built = (await articleFolders(content, PROJECT_CONTENT)).filter(({ id }) =>
    existsSync(join(out, pathOf(id))),
  );
  return (built.find((folder) => folder.scenario) ?? built[0])?.id;
}
