import { describe, expect, test } from "vitest";
import { compare } from "./compare.ts";
import { play } from "./kernel.ts";
import { besideRun, OPENING } from "./run.ts";
import { loadQ298836 } from "./scenario.testing.ts";

const scenario = loadQ298836();
const { demonstration } = scenario;
const lanes = (remedy: string) =>
  compare(
    play(scenario, demonstration),
    play(scenario, besideRun(scenario, demonstration, remedy)),
  );

/** `= both`, `< left`, `> right`; `!` where they part. */
const drawn = (rows: ReturnType<typeof compare>) =>
  rows.map(({ left, right, equal, parts }) => {
    const text = (cell: typeof left) =>
      cell === null
        ? ""
        : cell.kind === "heading"
          ? `# ${cell.text}`
          : "text" in cell.effect
            ? cell.effect.text
            : "record";
    return `${parts ? "!" : " "}${equal ? `= ${text(left)}` : `  ${text(left)} | ${text(right)}`}`;
  });

describe("two lanes", () => {
  test("a trace beside itself is equal on every row", () => {
    const trace = play(scenario, demonstration);
    expect(compare(trace, trace).every(({ equal, parts }) => equal && !parts)).toBe(true);
  });

  test("an agent from the start: they part where the message arrives", () => {
    expect(drawn(lanes("agent")).slice(0, 9)).toMatchInlineSnapshot(`
      [
        " = # Deliver 1 message",
        "!  65,535 → 65,536 messages | The agent removed 1 message on arrival.",
        " = # Run the article’s session",
        " = telnet <server> 110",
        " = +OK Microsoft Exchange POP3 server version 5.5.2655.20 ready",
        " = user domain\\user/mailbox",
        " = +OK",
        " = pass <password>",
        "   -ERR Unspecified error | +OK User successfully logged on",
      ]
    `);
  });

  test("Exchange 2000: the remedy comes before the session", () => {
    expect(drawn(lanes("ex2000"))).toMatchInlineSnapshot(`
      [
        " = # Deliver 1 message",
        " = 65,535 → 65,536 messages",
        "!   | # Upgrade to Exchange 2000",
        "    | Server: Exchange 5.5 SP4 → Exchange 2000",
        " = # Run the article’s session",
        " = telnet <server> 110",
        "   +OK Microsoft Exchange POP3 server version 5.5.2655.20 ready | +OK Microsoft Exchange 2000 POP3 server ready",
        " = user domain\\user/mailbox",
        " = +OK",
        " = pass <password>",
        "   -ERR Unspecified error | +OK User successfully logged on",
        "   record | stat",
        "   The client cannot read the mailbox of 65,536 messages. | +OK 65536 18487824",
        "    | list",
        "    | +OK",
        "    | 1 284",
        "    | 2 258",
        "    | 3 306",
        "    | and 65,531 more",
        "    | 65535 290",
        "    | 65536 272",
        "    | .",
        "    | quit",
        "    | +OK Microsoft Exchange 2000 POP3 server signing off",
        "    | The server closes the connection.",
        "    | The client reads the mailbox of 65,536 messages.",
      ]
    `);
  });

  test("exactly one row parts, the first that is not equal", () => {
    for (const { id } of scenario.remedies) {
      const rows = lanes(id);
      expect(rows.filter(({ parts }) => parts)).toHaveLength(1);
      expect(rows.findIndex(({ parts }) => parts)).toBe(rows.findIndex(({ equal }) => !equal));
    }
  });

  test("nothing beside something is all on one side", () => {
    const rows = compare(play(scenario, OPENING), play(scenario, demonstration));
    expect(rows.every(({ left, equal }) => left === null && !equal)).toBe(true);
  });
});
