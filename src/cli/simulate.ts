import { resolve } from "node:path";
import {
  play,
  type Input,
  type Run,
  type Scenario,
  type Trace,
  type Values,
} from "../simulator/index.ts";
import { problemOfSettings } from "../simulator/input.ts";
import { LEGEND, printTrace } from "../simulator/print.ts";
import { parseInput, readSettings } from "../simulator/scenario/parse-input.ts";
import { EXIT, Misuse, type Command, type ExitCode } from "./command.ts";
import { countFindings, formatFindings, hasErrors } from "./report.ts";
import { printTable } from "./simulate/table.ts";
import { readArguments, type Arguments } from "./simulate/arguments.ts";
import { loadScenario } from "./simulate/load.ts";

const usage = `Usage: kb simulate ID [--set SETTING=VALUE…] [--run ACTION…] [--format text|json]
       kb simulate ID --listen [--host 127.0.0.1] [--pop3-port 0] [--imap4-port 0] [--set SETTING=VALUE…]

Runs an article's simulator and prints what happens, or serves its devices to real clients.

  --content DIR     the articles (default: content)
  --set K=V…        settings, such as messages=65535 client=imap4
  --run ACTION…     what is done, one after the other, each a word or in quotes: "deliver 1000" session "type stat"
                    (default: the scenario's demonstration; where --set gives what that opens with, only its last step)
  --with REMEDY…    remedies that hold from the start
  --table           the outcome for every choice and boundary value, of the probe or of what --run tells
  --watch           run again on each save
  --format FORM     text or json (default: text)
  --listen          serve the devices; any user and password is accepted; Ctrl+C ends it
  --host ADDRESS    address to listen on (default: 127.0.0.1)
  --pop3-port N, --imap4-port N
                    ports (default: 0, any free one)`;

export const command: Command = {
  summary: "runs an article's simulator in the terminal, or serves it to mail clients",
  usage,
  async run(args) {
    const given = readArguments(args);
    if (!given.watch) return simulate(given);
    const { watch } = await import("./simulate/watch.ts");
    return watch(given.id, resolve(given.content), () => simulate(given));
  },
};

async function simulate(given: Arguments): Promise<ExitCode> {
  const { playable: scenario, findings } = await loadScenario(given.id, resolve(given.content));
  if (findings.length > 0 && (scenario === undefined || given.watch))
    console.error(formatFindings(findings, "text"));
  if (scenario === undefined) return EXIT.contentErrors;
  const status = await simulateScenario(scenario, given);
  if (findings.length > 0 && !given.watch)
    console.error(`\nkb check ${given.id}: ${countFindings(findings)}`);
  return hasErrors(findings) ? EXIT.contentErrors : status;
}

async function simulateScenario(scenario: Scenario, given: Arguments): Promise<ExitCode> {
  const settings = settingsOf(scenario, given.set);
  if (given.listen !== undefined) {
    const { serve } = await import("./simulate/serve.ts");
    return serve(scenario, { ...defaultsOf(scenario), ...settings }, given.listen);
  }
  const run = { ...runOf(scenario, settings, given), remedies: remediesOf(scenario, given.with) };
  if (!given.table) return printRun(scenario, run, given);
  console.log(printTable(scenario, settings, run.inputs, given.run === undefined));
  return EXIT.done;
}

function remediesOf({ remedies }: Scenario, given: readonly string[]): readonly string[] {
  const ids = remedies.map(({ id }) => id);
  const unknown = given.find((id) => !ids.includes(id));
  if (unknown === undefined) return given;
  throw new Misuse(`there is no remedy "${unknown}": expected one of ${ids.join(", ")}.`);
}

function settingsOf(scenario: Scenario, given: readonly string[]): Values {
  const settings = readSettings(scenario, given);
  if (typeof settings === "string") throw new Misuse(settings);
  const problem = problemOfSettings(scenario, settings);
  if (problem !== undefined) throw new Misuse(problem);
  return settings;
}

/**
 * Without `--run` it is the demonstration, from where the page opens. Where `--set` gives a setting that the page opens
 * differently, its outcome is what was asked for: the probe alone shows it.
 */
function runOf(scenario: Scenario, settings: Values, { run }: Arguments): Run {
  const defaults = defaultsOf(scenario);
  const opensDifferently = scenario.settings.some(
    ({ id, opens }) => settings[id] !== undefined && opens !== defaults[id],
  );
  if (run === undefined && !opensDifferently) return { ...scenario.demonstration, settings };
  const inputs = run?.map((text) => inputOf(scenario, text)) ?? [scenario.probe];
  return { settings: { ...defaults, ...settings }, remedies: [], inputs };
}

function defaultsOf(scenario: Scenario): Values {
  return Object.fromEntries(scenario.settings.map(({ id, default: value }) => [id, value]));
}

function inputOf(scenario: Scenario, text: string): Input {
  const parsed = parseInput(scenario, text);
  if (!parsed.ok) throw new Misuse(parsed.message);
  return parsed.input;
}

function printRun(scenario: Scenario, run: Run, { format }: Arguments): ExitCode {
  const trace = play(scenario, run);
  console.log(
    format === "json" ? JSON.stringify(report(scenario, trace), null, 2) : asText(scenario, trace),
  );
  return EXIT.done;
}

function asText(scenario: Scenario, trace: Trace): string {
  const values = Object.entries(trace.steps[0]?.state.values ?? {}).map(
    ([id, value]) => `${id}=${value}`,
  );
  return [
    `${scenario.id}: ${scenario.title}`,
    values.join(" "),
    "",
    printTrace(trace),
    LEGEND,
  ].join("\n");
}

/** The trace for programs: what went in, what came out, and the values after each step. */
function report({ id, digest }: Scenario, { run, steps }: Trace) {
  return {
    article: id,
    scenario: digest,
    run,
    steps: steps.map(({ input, label, effects, state }) => ({
      input,
      label,
      effects,
      values: state.values,
    })),
    outcome: steps.at(-1)?.state.outcome ?? null,
  };
}
