import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Device, Json } from "./device.ts";
import { DEVICES, UTTERANCES } from "./index.ts";
import { createMailbox } from "./mailbox.ts";
import { start } from "./session.testing.ts";

describe.each(Object.keys(DEVICES))("%s", (name) => {
  const device = DEVICES[name] as Device<Json>;

  test("goes by its own name, and says when it says what", () => {
    expect(device.name).toBe(name);
    for (const { meaning, begins, text } of Object.values(UTTERANCES[name] ?? {})) {
      expect(meaning).toMatch(/^(on|to|after|before) /);
      expect(text.startsWith(begins)).toBe(true);
    }
  });

  test("keeps to its protocol where the scenario words nothing", () => {
    const world = { mailbox: createMailbox(2), access: "granted", says: {} } as const;
    const session = start(device, world).send("x", "y z", "user me", "pass x", "1 login a b");
    session.send("2 select inbox", "stat", "3 fetch 1 uid", "quit", "4 logout");
    for (const line of session.said)
      expect(line).toMatch(/^(\+OK|-ERR|\* |\d (OK|NO|BAD)|\w+ BAD|[2-5]\d\d)/);
    expect(session.deeds).toEqual([{ type: "closed" }]);
  });
});

test("devices are pure: they import nothing from outside and look at no clock", () => {
  for (const file of readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || /\.test(ing)?\.ts$/.test(file)) continue;
    const code = readFileSync(`${import.meta.dirname}/${file}`, "utf8");
    expect(code, file).not.toMatch(/from "[^.]|Date\.now|new Date\(\)|Math\.random|document\./);
  }
});
