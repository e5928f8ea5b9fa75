import { createMailbox } from "../../src/simulator/devices/mailbox.ts";
import { UTTERANCES } from "../../src/simulator/devices/index.ts";
import type { Deed, World } from "../../src/simulator/devices/device.ts";
import { rangesOfIds, unite, type Ranges } from "../../src/simulator/devices/uids.ts";
import type { ListenerOptions } from "../../src/cli/listen.ts";

/** A mailbox that clients change, behind both devices, in the devices' own words. */
export interface TestWorld extends Pick<ListenerOptions<string>, "world" | "apply"> {
  access: World["access"];
  lastUid: number;
  deleted: Ranges;
  readonly deeds: Deed[];
}

export function testWorld(lastUid: number, access: World["access"] = "granted"): TestWorld {
  const it: TestWorld = {
    access,
    lastUid,
    deleted: [],
    deeds: [],
    world: (device) => ({
      mailbox: createMailbox(it.lastUid, it.deleted),
      access: it.access,
      says: Object.fromEntries(
        Object.entries(UTTERANCES[device] ?? {}).map(([key, { text }]) => [key, text]),
      ),
    }),
    apply(deed) {
      it.deeds.push(deed);
      if (deed.type === "messagesDeleted") it.deleted = unite(it.deleted, rangesOfIds(deed.uids));
    },
  };
  return it;
}
