/**
 * Plays a scenario through: every combination of choices and boundary values, and from there what a reader can press, one
 * after the other. What was seen on the way is what the proof goes by. Always the same runs, in the same order.
 */

import { DEVICES, FUNCTIONS } from "../devices/index.ts";
import type { Equipment } from "../equipment.ts";
import { start, step } from "../kernel.ts";
import { OPENING } from "../run.ts";
import type {
  Effect,
  Input,
  Rule,
  Run,
  Scenario,
  Setting,
  State,
  Value,
  Values,
} from "../types.ts";

/** At most so many combinations of settings are probed, and so many steps played after one another. */
const MOST_STARTS = 600;
const MOST_STEPS = 900;

export interface Exploration {
  /** Steps that were played. */
  readonly steps: number;
  /** Combinations of settings that were probed, of how many there are. */
  readonly starts: number;
  readonly combinations: number;
  /** Whether all that can be pressed, in any order, was played to where nothing new comes. */
  readonly isComplete: boolean;
  readonly fired: ReadonlySet<Rule>;
  /** What was seen, each once. */
  readonly effects: readonly Effect[];
  /** Shortest runs to a state where nothing that can be pressed does anything, though the scenario does not hang. */
  readonly deadEnds: readonly Run[];
  /** Runs whose calculation stops without a rule for it. */
  readonly stops: readonly { readonly why: string; readonly run: Run }[];
}

export function explore(scenario: Scenario): Exploration {
  const fired = new Set<Rule>();
  const effects = new Map<string, Effect>();
  const deadEnds: Run[] = [];
  const stops: { why: string; run: Run }[] = [];
  let present: Run = OPENING;
  const equipment: Equipment = {
    devices: DEVICES,
    functions: FUNCTIONS,
    fired: (rule) => void fired.add(rule),
    stopped: (why) => void stops.push({ why, run: present }),
  };
  const see = (run: Run, state: State): { run: Run; state: State; isAlive: boolean } => {
    const input = run.inputs.at(-1);
    if (input === undefined) return { run, state, isAlive: true };
    present = run;
    const made = step(scenario, state, input, equipment);
    for (const effect of made.effects) effects.set(JSON.stringify(effect), effect);
    return { run, state: made.state, isAlive: made.effects.length > 0 };
  };

  const starts = startsOf(scenario);
  for (const settings of starts)
    see({ ...OPENING, settings, inputs: [scenario.probe] }, start(scenario, settings));

  const inputs = inputsOf(scenario);
  const seen = new Set<string>();
  let steps = 0;
  let queue = nearStartsOf(scenario).map((settings) => ({
    run: { ...OPENING, settings },
    state: start(scenario, settings),
  }));
  while (queue.length > 0 && steps < MOST_STEPS) {
    const next: typeof queue = [];
    for (const { run, state } of queue) {
      const key = keyOf(state);
      if (seen.has(key) || steps >= MOST_STEPS) continue;
      seen.add(key);
      const made = inputs.map((input) => see({ ...run, inputs: [...run.inputs, input] }, state));
      steps += made.length;
      next.push(...made);
      if (!made.some(({ isAlive }) => isAlive) && state.outcome?.result !== "hangs")
        deadEnds.push(run);
    }
    queue = next;
  }
  return {
    steps: steps + starts.length,
    starts: starts.length,
    combinations: countStarts(scenario),
    isComplete: steps < MOST_STEPS,
    fired,
    effects: [...effects.values()],
    deadEnds,
    stops,
  };
}

/** What a state is for those who go on from it: without the count of sessions, which only ever grows. */
function keyOf({ values, lists, session, outcome }: State): string {
  return JSON.stringify([values, lists, session?.hung, outcome?.result]);
}

/** What a reader can do: the buttons, the demonstration, the probe, the remedies, each once. */
function inputsOf({ buttons, demonstration, probe, remedies, sessions }: Scenario): Input[] {
  const all = [
    probe,
    ...demonstration.inputs,
    ...buttons.map(({ input }) => input),
    ...remedies.map(({ id }): Input => ({ action: "apply", args: { remedy: id } })),
    ...(sessions === null ? [] : [{ action: "type", args: { text: "quit" } } as const]),
  ];
  return [...new Map(all.map((input) => [JSON.stringify(input), input])).values()];
}

/** Settings to start from: every combination of choices, with every number at its boundaries. */
function startsOf(scenario: Scenario): Values[] {
  if (countStarts(scenario) > MOST_STARTS)
    return [...nearStartsOf(scenario), ...combinations(scenario.settings)].slice(0, MOST_STARTS);
  return scenario.settings.reduce<Record<string, Value>[]>(
    (some, setting) =>
      some.flatMap((values) =>
        boundaryValues(scenario, setting).map((value) => ({ ...values, [setting.id]: value })),
      ),
    [{}],
  );
}

function countStarts(scenario: Scenario): number {
  return scenario.settings.reduce((n, setting) => n * boundaryValues(scenario, setting).length, 1);
}

/** The opening, and all that differs from it in one setting. */
function nearStartsOf(scenario: Scenario): Values[] {
  const single = scenario.settings.flatMap((setting) =>
    boundaryValues(scenario, setting).map((value) => ({ [setting.id]: value })),
  );
  return [{}, ...single];
}

/** All choices; of a number the ends of its range, where it opens, and the limit with one on each side of it. */
export function boundaryValues({ limit, demonstration }: Scenario, setting: Setting): Value[] {
  if (setting.type === "choice") return setting.choices.map(({ id }) => id);
  const { from, to, default: usual, opens, id } = setting;
  const around = limit?.of === id ? [limit.is - 1, limit.is, limit.is + 1] : [];
  const shown = demonstration.inputs.flatMap(({ action, args }) =>
    action === "set" && args[id] !== undefined ? Number(args[id]) : [],
  );
  const values = [from, Number(opens), Number(usual), ...around, ...shown, to];
  return [...new Set(values)].filter((value) => value >= from && value <= to).sort((a, b) => a - b);
}

/** Every combination of choices. */
export function combinations(settings: readonly Setting[]): Values[] {
  return settings.reduce<Record<string, Value>[]>(
    (all, setting) =>
      setting.type === "choice"
        ? all.flatMap((some) => setting.choices.map(({ id }) => ({ ...some, [setting.id]: id })))
        : all,
    [{}],
  );
}
