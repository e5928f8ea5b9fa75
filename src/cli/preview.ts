import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { articleFolders } from "../article/folders.ts";
import { pathOf } from "../article/id.ts";
import { filesIn } from "../build/files-in.ts";
import { config } from "../config.ts";
import { EXIT, Misuse, parse, type Command } from "./command.ts";
import { serveHttp, under } from "./http.ts";
import {
  PROJECT_CONTENT,
  SERVER_OPTIONS,
  SERVER_USAGE,
  listenOptions,
  siteOptions,
  type SiteOptions,
} from "./site.ts";

const usage = `Usage: kb preview [--out DIR] [--port 4321] [--host 127.0.0.1] [--base /path/]

Serves the built site on this machine, to look at it before it is published. End it with Ctrl+C.

${SERVER_USAGE}`;

export const command: Command = {
  summary: "the built site on a local server",
  usage,
  async run(args) {
    const { values } = parse(args, SERVER_OPTIONS);
    const options = siteOptions(values);
    if (!existsSync(join(options.out, "index.html"))) {
      throw new Misuse(`there is no built site in ${options.out}: run "npm run build" first.`);
    }
    const server = await serveHttp(under(options.base, files(options.out)), listenOptions(values));
    const address = `http://${values.host}:${server.port}${options.base}`;
    console.log(`home     ${address}`);
    const article = await firstArticle(options);
    if (article !== undefined) console.log(`article  ${address}${pathOf(article)}/`);
    console.log("Ctrl+C ends it.");
    await new Promise<void>((resolve) => process.on("SIGINT", resolve));
    server.close();
    return EXIT.done;
  },
};

/** The files of a built site, and its page for all other addresses. */
function files(out: string): RequestListener {
  return filesIn(out, (_, response) => {
    response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
    void readFile(join(out, "404.html"))
      .catch(() => "There is no page at this address, and no site any more.")
      .then((page) => response.end(page));
  });
}

/** The article to show first: the one that the settings name, or else one with a simulator. */
async function firstArticle({ content, out }: SiteOptions): Promise<string | undefined> {
  const built = (await articleFolders(content, PROJECT_CONTENT)).filter(({ id }) =>
    existsSync(join(out, pathOf(id))),
  );
  const first =
    built.find(({ id }) => id === config.firstArticle) ??
    built.find((folder) => folder.scenario !== undefined);
  return (first ?? built[0])?.id;
}
