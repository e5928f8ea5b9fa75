import { expect, test } from "vitest";
import { readState, writeState } from "./state.ts";

test("the state goes into the address and comes back", () => {
  const state = {
    text: "access denied & +OK",
    filters: { product: "Microsoft Exchange", year: "2002" },
    sort: "date" as const,
    literal: true,
    limit: 30,
  };
  expect(readState(`?${writeState(state)}`)).toEqual(state);
});

test("what is as usual stays out of the address", () => {
  expect(
    writeState({ text: "pop3", filters: {}, sort: "relevance", literal: false, limit: 10 }),
  ).toBe("q=pop3");
});

test("nonsense in the address does no harm", () => {
  const state = readState("?sort=up&show=1e9&product=&q=a");
  expect(state).toEqual({ text: "a", filters: {}, sort: "relevance", literal: false, limit: 200 });
});
