/**
 * The kernel: pure and deterministic. A scenario, a state and an input give effects and the next state; there is no
 * clock, no chance but the seeded one, and nothing here that knows of any one scenario.
 */

import { removeMessages } from "./converse.ts";
import type { Deed, World } from "./devices/device.ts";
import { equipmentOf, type Equipment } from "./equipment.ts";
import { keepable, labelOf } from "./input.ts";
import { follow, perform } from "./perform.ts";
import type { Turn } from "./turn.ts";
import type { Effect, Input, Run, Scenario, State, Step, Trace, Values } from "./types.ts";
import { worldOf } from "./world.ts";

/** The trace of a run: the same for the same scenario and run, wherever it is played. */
export function play(
  scenario: Scenario,
  run: Run,
  equipment: Equipment = equipmentOf(scenario),
): Trace {
  const state = start(scenario, run.settings, run.remedies, run.seed);
  const steps: Step[] = [{ input: null, label: scenario.title, effects: [], state }];
  for (const input of run.inputs) {
    const before = steps.at(-1)?.state ?? state;
    steps.push(step(scenario, before, input, equipment));
  }
  return { run: { ...run, inputs: steps.flatMap(({ input }) => input ?? []) }, steps };
}

/** The state before the first input: what the page opens with, then `settings`, then what the remedies set. */
export function start(
  scenario: Scenario,
  settings: Values = {},
  remedies: readonly string[] = [],
  seed = 1,
): State {
  const opening = Object.fromEntries([
    ...scenario.settings.map(({ id, opens }) => [id, opens] as const),
    ...scenario.variables.flatMap(({ id, is }) =>
      typeof is === "object" ? [] : [[id, is] as const],
    ),
  ]);
  const lists = Object.fromEntries(
    scenario.variables.flatMap(({ id, is }) => (typeof is === "object" ? [[id, is] as const] : [])),
  );
  const remedied = scenario.remedies
    .filter(({ id }) => remedies.includes(id))
    .map(({ sets }) => sets);
  const values = Object.assign({}, opening, settings, ...remedied) as Values;
  const size = values[scenario.mailbox?.size ?? ""];
  const lastUid = typeof size === "number" ? size : 0;
  return {
    values,
    lists,
    mailbox: { lastUid, deleted: [] },
    session: null,
    sessions: 0,
    random: seed,
    outcome: null,
  };
}

/**
 * Carries out one input. The step's input is the one to keep: without passwords, whatever was typed.
 *
 * @throws ReferenceError for an action that the scenario does not have; `problemOf` tells before
 */
export function step(
  scenario: Scenario,
  state: State,
  input: Input,
  equipment: Equipment = equipmentOf(scenario),
): Step {
  const turn: Turn = { scenario, equipment, state, effects: [] };
  const kept = keepable(input, state.session?.secret);
  perform(turn, kept);
  return { input: kept, label: labelOf(scenario, kept), effects: turn.effects, state: turn.state };
}

// ------------------------------------------------------------------------------------- for devices behind sockets

/** What a device named `device` sees of the simulated world in this state. */
export function worldFor(scenario: Scenario, state: State, device: string): World {
  return worldOf({ scenario, equipment: equipmentOf(scenario), state, effects: [] }, device);
}

/** The world after a deed done in some session elsewhere, and the effects of that. */
export function applyDeed(
  scenario: Scenario,
  state: State,
  deed: Deed,
): { readonly state: State; readonly effects: readonly Effect[] } {
  const turn: Turn = { scenario, equipment: equipmentOf(scenario), state, effects: [] };
  if (deed.type === "messagesDeleted") removeMessages(turn, deed.uids);
  else if (deed.type !== "closed") follow(turn, deed.type);
  return { state: turn.state, effects: turn.effects };
}
