import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { play, start, step } from "./kernel.ts";
import { combinations } from "./proof/explore.ts";
import { besideRun, curedRun, stepBack } from "./run.ts";
import { lastState, loadQ298836, resultOf, runOf, terminalOf } from "./scenario.testing.ts";
import type { Effect, Input, Run, State } from "./types.ts";

const scenario = loadQ298836();
const session = (settings: Run["settings"]): Run => ({ ...runOf(["session"]), settings });

describe("the boundary", () => {
  const counts = [0, 1, 65_534, 65_535, 65_536, 65_537, 200_000];

  test.each(combinations(scenario.settings))(
    "client=$client server=$server agent=$agent outcome=$outcome",
    (choices) => {
      const limited = choices.client !== "mapi" && choices.server !== "ex2000";
      const failure = choices.outcome === "error" ? "fails" : "hangs";
      for (const messages of counts) {
        const expected = limited && messages > 65_535 ? failure : "works";
        expect(resultOf(scenario, session({ ...choices, messages })), `${messages}`).toBe(expected);
      }
    },
  );
});

describe("the article's session", () => {
  test("at 65,536 messages ends as the article shows it", () => {
    expect(terminalOf(play(scenario, scenario.demonstration))).toEqual([
      "telnet <server> 110",
      "+OK Microsoft Exchange POP3 server version 5.5.2655.20 ready",
      "user domain\\user/mailbox",
      "+OK",
      "pass <password>",
      "-ERR Unspecified error",
    ]);
  });

  test("logs event 13005 word for word", () => {
    const effects = play(scenario, scenario.demonstration).steps.at(-1)?.effects ?? [];
    expect(effects.find(({ kind }) => kind === "event")).toMatchObject({
      record: {
        fields: [
          ["Event ID", "13005"],
          ["Event Source", "MSExchange Pop3 Interface"],
          ["Event Category", "Authentication"],
          ["Event Type", "Error"],
        ],
        description:
          "Logon attempt by DOMAIN\\user from 127.0.0.1 to domain/mailbox has failed: " +
          "EcQueryRows() call failed with error Unspecified error.",
      },
      session: 1,
      provenance: { kind: "quote", section: "symptoms", anchor: "symptoms" },
    });
  });

  test("at 65,535 messages goes on, and shows five lines of its list", () => {
    const lines = terminalOf(play(scenario, session({})));
    expect(lines.slice(5, 7)).toEqual(["+OK User successfully logged on", "stat"]);
    expect(lines).toContain("and 65,530 more");
    expect(
      lines.filter((line) => /^\d+ \d+$/.test(line)).map((line) => line.split(" ")[0]),
    ).toEqual(["1", "2", "3", "65534", "65535"]);
  });

  test("with a time-out waits without an answer, and the event is logged all the same", () => {
    const trace = play(scenario, session({ messages: 65_536, outcome: "timeout" }));
    const kinds = trace.steps
      .at(-1)
      ?.effects.slice(-3)
      .map(({ kind }) => kind);
    expect(kinds).toEqual(["wait", "event", "outcome"]);
    expect(terminalOf(trace).at(-1)).toBe("pass <password>");
  });

  test("of a MAPI client shows no lines", () => {
    expect(terminalOf(play(scenario, session({ client: "mapi", messages: 65_536 })))).toEqual([]);
  });

  test.each([
    ["rtm", "5.5.1960.3"],
    ["sp3", "5.5.2650.24"],
    ["sp4", "5.5.2655.20"],
  ])("greets with the build of %s, %s", (server, version) => {
    const greeting = `+OK Microsoft Exchange POP3 server version ${version} ready`;
    expect(terminalOf(play(scenario, session({ server })))[1]).toBe(greeting);
  });

  test("marks a version that the article does not have as filled in, and tells where it comes from", () => {
    const effects = play(scenario, session({ server: "sp2" })).steps[1]?.effects ?? [];
    expect(effects[1]).toMatchObject({
      marks: [
        { kind: "filled", name: "version", provenance: { kind: "cited", article: "Q163294" } },
      ],
      provenance: { kind: "quote", words: expect.stringContaining("5.5.2655.20") as string },
    });
  });

  test("every text of the system has its provenance; what the reader typed has none", () => {
    const typed = play(scenario, runOf(["session"], ["type", "user me"], ["type", "what"]));
    const lines = typed.steps.flatMap(({ effects }) => effects).filter(isLine);
    const own = lines.filter(({ provenance }) => provenance === undefined).map(({ text }) => text);
    expect(own).toEqual(["user me", "what"]);
  });
});

function isLine(effect: Effect): effect is Extract<Effect, { kind: "line" }> {
  return effect.kind === "line";
}

describe("what a reader can do", () => {
  test("one message and one session lead into the failure", () => {
    expect(resultOf(scenario, runOf(["session"]))).toBe("works");
    expect(resultOf(scenario, runOf(["deliver", 1], ["session"]))).toBe("fails");
  });

  test("deleting through MAPI leads out of it", () => {
    const run = runOf(["deliver", 1], ["session"], ["delete", 1], ["session"]);
    expect(resultOf(scenario, run)).toBe("works");
    expect(lastState(play(scenario, run)).mailbox).toEqual({ lastUid: 65_536, deleted: [[1, 1]] });
  });

  test("POP3 cannot delete from an overfull mailbox: it cannot log on", () => {
    const run = runOf(["deliver", 1], ["session"], ["type", "dele 1"], ["type", "quit"]);
    const trace = play(scenario, run);
    expect(trace.steps[3]?.effects.at(-1)).toMatchObject({
      text: expect.stringMatching(/^-ERR/) as string,
    });
    expect(lastState(trace).values.messages).toBe(65_536);
  });

  test("POP3 deletes from a mailbox that it can open", () => {
    const typed = ["user a", "pass b", "dele 1", "dele 2", "quit"].map(
      (line) => ["type", line] as const,
    );
    const state = lastState(play(scenario, runOf(...typed)));
    expect(state.values.messages).toBe(65_533);
    expect(state.mailbox.deleted).toEqual([[65_534, 65_535]]);
    expect(state.session).toBeNull();
  });

  test("a first line that is typed connects before it is sent", () => {
    expect(terminalOf(play(scenario, runOf(["type", "user me"])))).toEqual([
      "telnet <server> 110",
      "+OK Microsoft Exchange POP3 server version 5.5.2655.20 ready",
      "user me",
      "+OK",
    ]);
    expect(terminalOf(play(scenario, runOf(["type", "telnet <server> 110"])))).toHaveLength(2);
  });

  test("no password is kept, shown or sent on", () => {
    const trace = play(scenario, runOf(["type", "user me"], ["type", "pass hunter2"]));
    expect(JSON.stringify(trace)).not.toContain("hunter2");
    expect(trace.run.inputs[1]).toEqual({ action: "type", args: { text: "pass <password>" } });
  });

  test("time passes with mail arriving, the same for the same seed", () => {
    const messages = (seed: number) =>
      lastState(play(scenario, { ...runOf(["wait"], ["wait"]), seed })).values.messages;
    expect(messages(1)).toBe(messages(1));
    expect(messages(1)).not.toBe(messages(2));
    expect(messages(1)).toBeGreaterThan(65_535 + 40 - 1);
  });

  test("the mailbox stops at the ends of its range, and says so", () => {
    const trace = play(scenario, runOf(["deliver", 200_000]));
    expect(lastState(trace).values.messages).toBe(200_000);
    expect(trace.steps[1]?.effects.map((effect) => ("text" in effect ? effect.text : ""))).toEqual([
      "65,535 → 200,000 messages",
      "Mailbox: 200,000 messages is as far as this goes.",
    ]);
  });

  test("another client drops the open session", () => {
    const run = runOf(["type", "user me"], ["apply", "mapi"]);
    expect(lastState(play(scenario, run)).session).toBeNull();
  });
});

describe("remedies", () => {
  test.each(scenario.remedies)("$id helps", ({ id }) => {
    expect(resultOf(scenario, curedRun(scenario, scenario.demonstration, id))).toBe("works");
    expect(resultOf(scenario, besideRun(scenario, scenario.demonstration, id))).toBe("works");
  });

  test("an agent prevents: the same mail arrives and the limit is never reached", () => {
    const run = besideRun(scenario, runOf(["deliver", 1], ["deliver", 1000], ["session"]), "agent");
    const counts = play(scenario, run).steps.map(({ state }) => state.values.messages);
    expect(counts).toEqual([65_535, 65_535, 65_535, 65_535]);
  });

  test("an agent does not cure: put in after the failure, it changes nothing", () => {
    const run = runOf(["deliver", 1], ["session"], ["apply", "agent"], ["session"]);
    expect(resultOf(scenario, run)).toBe("fails");
  });
});

describe("determinism", () => {
  const input: fc.Arbitrary<Input> = fc.oneof(
    fc.constantFrom<Input>(
      { action: "session", args: {} },
      { action: "wait", args: {} },
      { action: "deliver", args: { n: 1 } },
      { action: "delete", args: { n: 2 } },
      { action: "apply", args: { remedy: "ex2000" } },
      { action: "set", args: { messages: 3 } },
      { action: "set", args: { client: "imap4" } },
    ),
    fc
      .oneof(
        fc.constantFrom(
          "user a",
          "pass b",
          "stat",
          "dele 1",
          "quit",
          "1 LOGIN a b",
          "2 SELECT INBOX",
        ),
        fc.string(),
      )
      .map((text) => ({ action: "type", args: { text } })),
  );
  const run = fc.record({
    settings: fc.record({ messages: fc.constantFrom(0, 1, 30, 65_536) }),
    remedies: fc.constant([]),
    inputs: fc.array(input, { maxLength: 8 }),
    seed: fc.nat(),
  });

  test("a state that went through JSON goes on as the trace does", () => {
    fc.assert(
      fc.property(run, (given) => {
        const trace = play(scenario, given);
        let state: State = start(scenario, given.settings, [], given.seed);
        given.inputs.forEach((next, i) => {
          const thawed = JSON.parse(JSON.stringify(state)) as State;
          const made = step(scenario, thawed, next);
          expect(made).toEqual(trace.steps[i + 1]);
          state = made.state;
        });
      }),
      { numRuns: 60 },
    );
  });

  test("a step back is the trace without its last step", () => {
    fc.assert(
      fc.property(run, (given) => {
        const { steps } = play(scenario, given);
        const back = play(scenario, stepBack(given));
        expect(back.steps).toEqual(given.inputs.length > 0 ? steps.slice(0, -1) : steps);
      }),
      { numRuns: 30 },
    );
  });

  test("the number of messages is the mailbox's", () => {
    fc.assert(
      fc.property(run, (given) => {
        const { values, mailbox } = lastState(play(scenario, given));
        const gone = mailbox.deleted.reduce((sum, [first, last]) => sum + last - first + 1, 0);
        expect(mailbox.lastUid - gone).toBe(values.messages);
      }),
      { numRuns: 60 },
    );
  });
});
