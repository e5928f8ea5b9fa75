import { describe, expect, test } from "vitest";
import { encodeRun } from "../index.ts";
import { loadQ298836, runOf } from "../scenario.testing.ts";
import {
  canGoBack,
  chooseRemedy,
  cure,
  enter,
  goBack,
  isUntouched,
  open,
  reset,
  slide,
  stateOf,
  type Model,
} from "./model.ts";

const scenario = loadQ298836();
const [DELIVER, SESSION] = scenario.demonstration.inputs;

function failed(): Model {
  const inputs = scenario.demonstration.inputs;
  return inputs.reduce((model, input) => enter(scenario, model, input), open(scenario));
}

describe("the model of the instrument", () => {
  test("opens healthy, at the limit, with nothing to undo", () => {
    const model = open(scenario);
    expect(stateOf(model).values["messages"]).toBe(65_535);
    expect(stateOf(model).outcome).toBeNull();
    expect([isUntouched(model), canGoBack(model)]).toEqual([true, false]);
  });

  test("fails after one press and one session, and says so once, when the run ends", () => {
    const model = failed();
    expect(stateOf(model).outcome?.result).toBe("fails");
    expect(model.said).toMatch(/^After 1 session: .*65,536 messages/);
  });

  test("says what a press changed where it ends no run", () => {
    if (DELIVER === undefined) throw new Error("no demonstration");
    expect(enter(scenario, open(scenario), DELIVER).said).toBe(
      "Deliver 1 message: 65,535 to 65,536 messages",
    );
  });

  test("says a setting once, and no clock where no session was", () => {
    const set = enter(scenario, open(scenario), { action: "set", args: { client: "mapi" } });
    expect(set.said).toBe("Client: MAPI");
    if (SESSION === undefined) throw new Error("no demonstration");
    expect(enter(scenario, set, SESSION).said).toMatch(/^The MAPI client reads/);
  });

  test("says the beginning of a long answer, and that there is more", () => {
    const typed = ["telnet <server> 110", "user me", "pass hunter2", "top 1 2"];
    const model = typed.reduce(
      (before, text) => enter(scenario, before, { action: "type", args: { text } }),
      open(scenario),
    );
    expect(model.said).toMatch(/^Type “top 1 2”: \+OK .* And more\.$/);
  });

  test("says the server's answer to a typed line, and never the password in it", () => {
    const typed = ["telnet <server> 110", "user me", "pass hunter2"].map((text) => ({
      action: "type",
      args: { text },
    }));
    const model = typed.reduce((before, input) => enter(scenario, before, input), open(scenario));
    expect(model.said).toContain("+OK");
    expect(JSON.stringify(model)).not.toContain("hunter2");
    expect(encodeRun(scenario, model.trace.run)).not.toContain("hunter2");
  });

  test("takes a row of slides for one: the last counts, and one step back undoes them", () => {
    const slid = [65_536, 65_537, 65_540].reduce(
      (model, value) => slide(scenario, model, "messages", value),
      open(scenario),
    );
    expect(slid.trace.run.inputs).toEqual([{ action: "set", args: { messages: 65_540 } }]);
    expect(slid.said).toBe("");
    expect(stateOf(goBack(scenario, slid)).values["messages"]).toBe(65_535);
  });

  test("steps back over each input, and over a cure", () => {
    const before = failed();
    const cured = cure(scenario, before, before.trace.run);
    expect(stateOf(cured).outcome?.result).toBe("works");
    const back = goBack(scenario, cured);
    expect(back.trace).toBe(before.trace);
    expect(back.past).toHaveLength(2);
  });

  test("steps back over a run that came with the address", () => {
    const model = open(scenario, scenario.demonstration);
    expect(goBack(scenario, model).trace.run.inputs).toEqual([DELIVER]);
  });

  test.each(scenario.remedies.map(({ id }) => id))("is cured of its failure by %s", (remedy) => {
    const model = chooseRemedy(failed(), remedy);
    expect(stateOf(cure(scenario, model, model.trace.run)).outcome?.result).toBe("works");
  });

  test("starts again with the remedy that was chosen still chosen", () => {
    const model = reset(scenario, chooseRemedy(failed(), "ex2000"));
    expect(isUntouched(model)).toBe(true);
    expect(model.remedy).toBe("ex2000");
  });

  test("keeps what it showed before as it was", () => {
    const first = open(scenario, runOf(["deliver", 1]));
    if (SESSION === undefined) throw new Error("no demonstration");
    const text = JSON.stringify(first);
    enter(scenario, first, SESSION);
    expect(JSON.stringify(first)).toBe(text);
  });
});
