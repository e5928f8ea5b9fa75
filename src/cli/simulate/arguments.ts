/** The words after `kb simulate`. */

import { Misuse, parse } from "../command.ts";
import { portNumber } from "../port.ts";

export interface Arguments {
  readonly id: string;
  readonly content: string;
  /** `SETTING=VALUE`, as written. */
  readonly set: readonly string[];
  /** Inputs as written, or nothing where `--run` was not given. */
  readonly run: readonly string[] | undefined;
  /** Ids of remedies that hold from the start. */
  readonly with: readonly string[];
  /** Print the outcomes over all choices and boundary values. */
  readonly table: boolean;
  /** Run again whenever the scenario or its article is saved. */
  readonly watch: boolean;
  readonly format: "text" | "json";
  readonly listen:
    { readonly host: string; readonly ports: Readonly<Record<string, number>> } | undefined;
}

/** Reads the arguments. Throws `Misuse`. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(withRepeatedOptions(args), OPTIONS);
  const [id, ...rest] = positionals;
  if (id === undefined) throw new Misuse("an article's id is missing, such as Q298836.");
  if (rest.length > 0) throw new Misuse(`unexpected "${rest.join(" ")}".`);
  const { format } = values;
  if (format !== "text" && format !== "json")
    throw new Misuse(`--format "${format}" is unknown: expected text or json.`);
  const ports = { pop3: portNumber(values["pop3-port"]), imap4: portNumber(values["imap4-port"]) };
  if (values.watch && (values.listen || format === "json"))
    throw new Misuse(
      "--watch prints text again and again: neither --listen nor --format json goes with it.",
    );
  if (values.listen && values.run.length > 0)
    throw new Misuse("--run and --listen exclude each other: clients decide what is done.");
  return {
    id,
    content: values.content,
    set: values.set,
    run: values.run.length > 0 ? values.run : undefined,
    with: values.with,
    table: values.table,
    watch: values.watch,
    format,
    listen: values.listen ? { host: values.host, ports } : undefined,
  };
}

const OPTIONS = {
  content: { type: "string", default: "content" },
  set: { type: "string", multiple: true, default: [] as string[] },
  run: { type: "string", multiple: true, default: [] as string[] },
  with: { type: "string", multiple: true, default: [] as string[] },
  table: { type: "boolean", default: false },
  watch: { type: "boolean", default: false },
  format: { type: "string", default: "text" },
  listen: { type: "boolean", default: false },
  host: { type: "string", default: "127.0.0.1" },
  "pop3-port": { type: "string", default: "0" },
  "imap4-port": { type: "string", default: "0" },
} as const;

/** Options that take all words up to the next option. */
const REPEATED = ["--set", "--run", "--with"];

/** `--set a=1 b=2` as `--set a=1 --set b=2`, and the same for others that take several. */
function withRepeatedOptions(args: readonly string[]): string[] {
  const result: string[] = [];
  let repeated: string | undefined;
  for (const arg of args) {
    const isNext = repeated !== undefined && result.at(-1) !== repeated && !arg.startsWith("--");
    if (arg.startsWith("--")) repeated = REPEATED.find((option) => option === arg);
    result.push(...(isNext && repeated !== undefined ? [repeated, arg] : [arg]));
  }
  return result;
}
