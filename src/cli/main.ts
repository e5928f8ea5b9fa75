import { EXIT, Misuse, type Command, type ExitCode } from "./command.ts";

/** The sub-commands, loaded when called, so that `kb help` costs nothing. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  import: async () => (await import("./import.ts")).command,
  new: async () => (await import("./new.ts")).command,
  check: async () => (await import("./check.ts")).command,
  simulate: async () => (await import("./simulate.ts")).command,
  build: async () => (await import("./build.ts")).command,
  merge: async () => (await import("./merge.ts")).command,
  dev: async () => (await import("./dev.ts")).command,
  preview: async () => (await import("./preview.ts")).command,
  prepare: async () => (await import("./prepare.ts")).command,
};

/** Runs `kb ARGS…`; gives the exit status. */
export async function main(args: string[]): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h")
    return help(rest[0]);
  const load = COMMANDS[name];
  if (load === undefined) {
    console.error(
      `kb: unknown command "${name}".${nearest(name)}\nRun "kb help" to see the commands.`,
    );
    return EXIT.misuse;
  }
  const command = await load();
  if (rest.includes("--help") || rest.includes("-h")) {
    console.log(command.usage);
    return EXIT.done;
  }
  return runCommand(name, command, rest);
}

async function runCommand(name: string, command: Command, args: string[]): Promise<ExitCode> {
  try {
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    console.error(`kb ${name}: ${error.message}\n\n${command.usage}`);
    return EXIT.misuse;
  }
}

async function help(name: string | undefined): Promise<ExitCode> {
  if (name !== undefined && COMMANDS[name]) {
    console.log((await COMMANDS[name]()).usage);
    return EXIT.done;
  }
  const commands = await Promise.all(
    Object.entries(COMMANDS).map(
      async ([key, load]) => `  ${key.padEnd(10)}${(await load()).summary}`,
    ),
  );
  console.log(
    `Usage: kb COMMAND …\n\n${commands.join("\n")}\n\nkb help COMMAND tells more of one.`,
  );
  return EXIT.done;
}

function nearest(name: string): string {
  const match = Object.keys(COMMANDS).find((key) => key.startsWith(name.slice(0, 2)));
  return match === undefined ? "" : ` Did you mean "${match}"?`;
}
