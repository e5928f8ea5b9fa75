import { EXIT, parse, type Command } from "./command.ts";
import { portNumber } from "./port.ts";
import { passToAstro, siteOptions, SITE_OPTIONS, SITE_USAGE } from "./site.ts";

const usage = `Usage: kb dev [--content DIR] [--port 4321] [--host 127.0.0.1] [--base /path/]

Shows the site while you write: a saved article or scenario is seen at once. Search needs "kb build".
End it with Ctrl+C.

${SITE_USAGE}
  --port N        port (default: 4321, or the next one that is free)
  --host ADDRESS  address to listen on (default: 127.0.0.1)`;

export const command: Command = {
  summary: "live preview while writing",
  usage,
  async run(args) {
    const { values } = parse(args, {
      ...SITE_OPTIONS,
      port: { type: "string", default: "4321" },
      host: { type: "string", default: "127.0.0.1" },
    });
    const options = siteOptions(values);
    const { dev } = await import("astro");
    const server = await dev({
      ...passToAstro(options),
      logLevel: "warn",
      server: { host: values.host, port: portNumber(values.port) },
    });
    console.log(`http://${values.host}:${server.address.port}${options.base}\nCtrl+C ends it.`);
    await new Promise<void>((resolve) => process.once("SIGINT", resolve));
    await server.stop();
    return EXIT.done;
  },
};
