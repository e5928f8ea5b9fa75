import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeRun, encodeRun } from "./address.ts";
import { keepable } from "./input.ts";
import { loadQ298836, runOf } from "./scenario.testing.ts";
import type { Input, Run } from "./types.ts";

const scenario = loadQ298836();

const input: fc.Arbitrary<Input> = fc.oneof(
  fc.integer({ min: 1, max: 200_000 }).map((n) => ({ action: "deliver", args: { n } })),
  fc.constantFrom<Input>(
    { action: "session", args: {} },
    { action: "wait", args: {} },
    { action: "apply", args: { remedy: "mapi" } },
    { action: "set", args: { client: "mapi", messages: 3 } },
  ),
  fc.string({ unit: "binary" }).map((text) => keepable({ action: "type", args: { text } })),
);
const run: fc.Arbitrary<Run> = fc.record({
  settings: fc.record(
    { messages: fc.nat(200_000), agent: fc.constantFrom("off", "on") },
    { requiredKeys: [] },
  ),
  remedies: fc.subarray(["mapi", "agent", "ex2000"]),
  inputs: fc.array(input, { maxLength: 20 }),
});

describe("a run in an address", () => {
  test("comes back as it went in, and is made of characters that any address may have", () => {
    fc.assert(
      fc.property(run, (given) => {
        const text = encodeRun(scenario, given);
        expect(text).toMatch(/^[A-Za-z0-9._~-]*$/);
        expect(decodeRun(scenario, text)).toEqual({ ok: true, run: { ...given } });
      }),
    );
  });

  test("is short: equal inputs in a row are counted", () => {
    const text = encodeRun(
      scenario,
      runOf(["deliver", 1], ["deliver", 1], ["deliver", 1], ["session"]),
    );
    expect(text.replace(scenario.digest, "DIGEST")).toBe("DIGEST~~~deliver.1_x3~session");
  });

  test("has no password, whatever was typed", () => {
    expect(encodeRun(scenario, runOf(["type", "pass hunter2"]))).not.toContain("hunter2");
    const crafted = `${scenario.digest}~~~type.pass_20hunter2`;
    expect(JSON.stringify(decodeRun(scenario, crafted))).not.toContain("hunter2");
  });

  test("keeps a seed", () => {
    const seeded = { ...runOf(["wait"]), seed: 7 };
    expect(decodeRun(scenario, encodeRun(scenario, seeded))).toEqual({
      ok: true,
      run: { ...seeded, inputs: seeded.inputs },
    });
  });

  test("of an earlier scenario is told apart from nonsense", () => {
    const earlier = encodeRun({ ...scenario, digest: "0123456789ab" }, runOf(["session"]));
    expect(decodeRun(scenario, earlier)).toMatchObject({ ok: false, reason: "otherScenario" });
  });

  test.each([
    ["nothing", ""],
    ["another word", "hello"],
    ["an unknown action", "~~~explode"],
    ["an unknown setting", "~colour.red~~session"],
    ["a number beyond its range", "~messages.200001~~session"],
    ["a number that is none", "~~~deliver.x"],
    ["an unknown remedy", "~~hope~session"],
    ["a broken escape", "~~~type._zz"],
    ["more inputs than a page should play", "~~~session_x501"],
    ["a count of counts", "~~~session_x999~session_x999"],
  ])("that is %s is malformed", (_, rest) => {
    const text = rest.startsWith("~") ? scenario.digest + rest : rest;
    expect(decodeRun(scenario, text)).toMatchObject({ ok: false, reason: "malformed" });
  });

  test("never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        decodeRun(scenario, `${scenario.digest}${text}`);
        decodeRun(scenario, text);
      }),
    );
  });
});
