/**
 * What a scenario is played with: the devices and libraries that it needs. A page loads only those, so they come with the
 * scenario and not with the kernel.
 */

import type { Device, Json } from "./devices/device.ts";
import type { Functions } from "./devices/library.ts";
import type { Rule, Scenario } from "./types.ts";

export interface Equipment {
  readonly devices: Readonly<Record<string, Device<Json>>>;
  /** Functions of all libraries, by their keys. */
  readonly functions: Functions;
  /** Told of each rule that acts: how the proof knows which ones do. */
  readonly fired?: (rule: Rule) => void;
  /** Told when a calculation stops for which the scenario has no rules. */
  readonly stopped?: (why: string) => void;
}

const KEY = Symbol("equipment");

/** The scenario, ready to be played. Its equipment is no part of its data: neither JSON nor a copy of it has it. */
export function equip(scenario: Scenario, equipment: Equipment): Scenario {
  return Object.defineProperty({ ...scenario }, KEY, { value: equipment });
}

/** @throws ReferenceError where the scenario was never equipped */
export function equipmentOf(scenario: Scenario): Equipment {
  const { [KEY]: equipment } = scenario as { [KEY]?: Equipment };
  if (equipment === undefined) throw new ReferenceError(`${scenario.id} has no equipment.`);
  return equipment;
}
