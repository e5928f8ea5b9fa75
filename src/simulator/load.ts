/** Fetches what a scenario needs, each device and library on its own, so that a page carries no more. */

import type { Functions } from "./devices/library.ts";
import { equip, type Equipment } from "./equipment.ts";
import type { Scenario } from "./types.ts";

const DEVICES: Readonly<Record<string, () => Promise<Equipment["devices"]>>> = {
  pop3: () => import("./devices/pop3.ts").then(({ pop3 }) => ({ pop3 })),
  imap4: () => import("./devices/imap4.ts").then(({ imap4 }) => ({ imap4 })),
  smtp: () => import("./devices/smtp.ts").then(({ smtp }) => ({ smtp })),
};

const LIBRARIES: Readonly<Record<string, () => Promise<Functions>>> = {
  integers: () => import("./devices/integers.ts").then(({ functions }) => functions),
  decimals: () => import("./devices/decimals.ts").then(({ functions }) => functions),
  texts: () => import("./devices/texts.ts").then(({ functions }) => functions),
  lists: () => import("./devices/lists.ts").then(({ functions }) => functions),
  calendar: () => import("./devices/calendar.ts").then(({ functions }) => functions),
  clock: () => import("./devices/clock.ts").then(({ functions }) => functions),
  timers: () => import("./devices/timers.ts").then(({ functions }) => functions),
  fat: () => import("./devices/fat.ts").then(({ functions }) => functions),
};

/** The device of the client that the page opens with: it is all that most readers ask for. Undefined without a choice. */
export function openingDevice({ sessions, settings }: Scenario): string | undefined {
  const client = settings.find(({ id }) => id === sessions?.by)?.opens;
  return client === undefined ? undefined : String(client);
}

/**
 * The scenario with what it needs: all of it, or of the devices only the one given. A run that needs another throws a
 * ReferenceError. Rejects where something cannot be fetched.
 */
export async function load(scenario: Scenario, device?: string): Promise<Scenario> {
  const needs = scenario.needs.filter(
    (name) => device === undefined || device === name || !(name in DEVICES),
  );
  const all = (loaders: Readonly<Record<string, () => Promise<object>>>) =>
    Promise.all(needs.flatMap((name) => loaders[name]?.() ?? []));
  const [devices, functions] = await Promise.all([all(DEVICES), all(LIBRARIES)]);
  return equip(scenario, {
    devices: Object.assign({}, ...devices) as Equipment["devices"],
    functions: Object.assign({}, ...functions) as Functions,
  });
}
