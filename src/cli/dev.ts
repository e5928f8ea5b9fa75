import { EXIT, parse, type Command } from "./command.ts";
import { SERVER_OPTIONS, SERVER_USAGE, serverConfig, siteOptions } from "./site.ts";

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
    const server = await dev({ ...serverConfig(options, values), logLevel: "warn" });
    console.log(`http://${values.host}:${server.address.port}${options.base}\nCtrl+C ends it.`);
    await new Promise<void>((resolve) => process.once("SIGINT", resolve));
    await server.stop();
    return EXIT.done;
  },
};
