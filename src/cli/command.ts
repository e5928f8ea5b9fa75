import { parseArgs, type ParseArgsConfig } from "node:util";

/** Exit status of every command: 0 done, 1 the content has errors, 2 the command was misused. */
export const EXIT = { done: 0, contentErrors: 1, misuse: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One sub-command of `kb`. */
export interface Command {
  /** What `kb help` says of it, in one line. */
  summary: string;
  /** The whole help text: a usage line, then the options, a line each. */
  usage: string;
  /** Runs with the words after the sub-command's name. Throws `Misuse` where they make no sense. */
  run(args: string[]): Promise<ExitCode>;
}

/** The command was called wrongly: `kb` prints the message and the usage, and exits with 2. */
export class Misuse extends Error {
  override name = "Misuse";
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** `node:util`'s parseArgs in strict mode; its complaints become `Misuse`. */
export function parse<T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}
