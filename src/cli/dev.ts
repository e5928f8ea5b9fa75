import type { Finding } from "../article/finding.ts";
import { LiveRenderer } from "../build/live-renderer.ts";
import { EXIT, parse, type Command } from "./command.ts";
import { progress } from "./progress.ts";
import { formatFindings } from "./report.ts";
import { inShownPlaces } from "./shown.ts";
import {
  listenOptions,
  PROJECT_CONTENT,
  SERVER_OPTIONS,
  SERVER_USAGE,
  siteOptions,
} from "./site.ts";

const usage = `Usage: kb dev [--content DIR] [--port 4321] [--host 127.0.0.1] [--base /path/]

Shows the site while you write: a saved article or scenario is seen at once, and the site's code when it is built
again, after some seconds. Search needs "kb build". End it with Ctrl+C.

${SERVER_USAGE}`;

export const command: Command = {
  summary: "live preview while writing",
  usage,
  async run(args) {
    const { values } = parse(args, SERVER_OPTIONS);
    const options = siteOptions(values);
    const listen = listenOptions(values);
    // Begun first: where it has to be built, in a process of its own, the rest is loaded meanwhile.
    const renderer = new LiveRenderer(options);
    const [{ LiveSite }, { serveLive }, { serveHttp, under }] = await Promise.all([
      import("../build/live-site.ts"),
      import("../build/dev.ts"),
      import("./http.ts"),
    ]);
    const places = { content: options.content, projectContent: PROJECT_CONTENT };
    const site = new LiveSite(places, { tell: tellFindings, reading });
    const live = serveLive({ site, renderer, base: options.base, tell });
    try {
      const server = await serveHttp(under(options.base, live), listen);
      console.log(`http://${listen.host}:${server.port}${options.base}\nCtrl+C ends it.`);
      await new Promise<void>((resolve) => process.on("SIGINT", resolve));
      server.close();
    } finally {
      renderer.close();
      await site.close();
    }
    return EXIT.done;
  },
};

/** The first time takes long where the articles are many. */
function reading(articles: number): (more: number) => void {
  const bar = progress("Reading", articles, process.stderr);
  let left = articles;
  return (more) => {
    bar.advance(more);
    left -= more;
    if (left === 0) bar.finish();
  };
}

function tell({ message }: Error): void {
  console.error(message);
}

function tellFindings(findings: readonly Finding[]): void {
  const shown = findings.filter(({ severity }) => severity !== "info");
  if (shown.length > 0) console.error(formatFindings(inShownPlaces(shown), "text"));
}
