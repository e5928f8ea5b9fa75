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
  timers: () => import("./devices/timers.ts").then(({ functions }) => functions),
  fat: () => import("./devices/fat.ts").then(({ functions }) => functions),
};

/** The scenario with what it needs. Rejects where that cannot be fetched. */
export async function load(scenario: Scenario): Promise<Scenario> {
  const all = (loaders: Readonly<Record<string, () => Promise<object>>>) =>
    Promise.all(scenario.needs.flatMap((name) => loaders[name]?.() ?? []));
  const [devices, functions] = await Promise.all([all(DEVICES), all(LIBRARIES)]);
  return equip(scenario, {
    devices: Object.assign({}, ...devices) as Equipment["devices"],
    functions: Object.assign({}, ...functions) as Functions,
  });
}
