import { describe, expect, test } from "vitest";
import { start } from "./kernel.ts";
import { gauge, register } from "./measure.ts";
import { loadQ298836 } from "./scenario.testing.ts";

const scenario = loadQ298836();
const at = (messages: number) => start(scenario, { messages });

describe("gauge", () => {
  test.each([
    [0, "0 messages, 65,535 below the limit"],
    [65_534, "65,534 messages, 1 below the limit"],
    [65_535, "65,535 messages, at the limit"],
    [65_536, "65,536 messages, 1 over the limit"],
    [200_000, "200,000 messages, 134,465 over the limit"],
  ])("%i reads %s", (messages, text) => {
    expect(gauge(scenario, at(messages))?.text).toBe(text);
  });

  test("has the whole range, and a window of eight around the limit", () => {
    const found = gauge(scenario, at(65_536));
    expect(found).toMatchObject({ from: 0, to: 200_000, limit: 65_535, over: 1 });
    expect(found?.window).toHaveLength(17);
    expect([found?.window[0], found?.window.at(-1)]).toEqual([65_527, 65_543]);
  });
});

describe("register", () => {
  test("65,535 fills sixteen cells of seventeen", () => {
    expect(register(scenario, at(65_535))).toMatchObject({
      width: 16,
      bits: [0, ...Array<number>(16).fill(1)],
      decimal: "65,535",
      hex: "0xFFFF",
      beyond: false,
      text: "65,535 is 0xFFFF: it needs 16 bits",
    });
  });

  test("65,536 needs the seventeenth, and does not wrap to 0", () => {
    expect(register(scenario, at(65_536))).toMatchObject({
      bits: [1, ...Array<number>(16).fill(0)],
      decimal: "65,536",
      hex: "0x1 0000",
      beyond: true,
      text: "65,536 is 0x1 0000: it needs 17 bits",
    });
  });

  test("200,000 has a cell more", () => {
    expect(register(scenario, at(200_000))?.bits).toHaveLength(18);
  });
});
