import { liveSite } from "../build/dev.ts";
import { LiveSite } from "../build/live-site.ts";
import { rendererConfig } from "../build/renderer.ts";
import type { Finding } from "../article/finding.ts";
import { progress } from "./progress.ts";
import { EXIT, parse, type Command } from "./command.ts";
import { inShownPlaces } from "./shown.ts";
import { formatFindings } from "./report.ts";
import {
  PROJECT_CONTENT,
  SERVER_OPTIONS,
  SERVER_USAGE,
  serverConfig,
  siteOptions,
} from "./site.ts";

const usage = `Usage: kb dev [--content DIR] [--port 4321] [--host 127.0.0.1] [--base /path/]

Shows the site while you write: a saved article or scenario is seen at once. Search needs "kb build".
End it with Ctrl+C.

${SERVER_USAGE}`;

export const command: Command = {
  summary: "live preview while writing",
  usage,
  async run(args) {
    const { values } = parse(args, SERVER_OPTIONS);
    const options = siteOptions(values);
    const { dev } = await import("astro");
    const site = new LiveSite(
      { content: options.content, projectContent: PROJECT_CONTENT },
      { tell, reading },
    );
    const server = await dev({
      ...serverConfig(options, values),
      ...rendererConfig(options),
      integrations: [liveSite(site, options.base)],
      logLevel: "warn",
    });
    console.log(`http://${values.host}:${server.address.port}${options.base}\nCtrl+C ends it.`);
    await new Promise<void>((resolve) => process.once("SIGINT", resolve));
    await server.stop();
    await site.close();
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

function tell(findings: readonly Finding[]): void {
  const shown = findings.filter(({ severity }) => severity !== "info");
  if (shown.length > 0) console.error(formatFindings(inShownPlaces(shown), "text"));
}
