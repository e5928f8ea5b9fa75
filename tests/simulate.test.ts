import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const KB = join(ROOT, "src/cli/kb.mjs");

interface Report {
  outcome: { result: string } | null;
  steps: {
    label: string;
    effects: { kind: string; text?: string }[];
    values: Record<string, unknown>;
  }[];
}

function kb(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [KB, "simulate", ...args], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function reportOf(...args: string[]): Report {
  const { status, stdout, stderr } = kb("Q298836", "--format", "json", ...args);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return JSON.parse(stdout) as Report;
}

const resultOf = (...args: string[]) => reportOf(...args).outcome?.result;

describe("kb simulate", () => {
  test("shows the demonstration: one message too many, and the article's session with its event", () => {
    const { status, stdout } = kb("Q298836");
    expect(status).toBe(0);
    expect(stdout).toContain("(65,535 → 65,536 messages)");
    expect(stdout).toContain("●   -ERR Unspecified error\n");
    expect(stdout).toContain("● | Event ID: 13005\n");
    expect(stdout).toContain("= fails: The client cannot read the mailbox of 65,536 messages.");
  });

  test("holds the boundary by --set alone", () => {
    expect(resultOf("--set", "messages=65535")).toBe("works");
    expect(resultOf("--set", "messages=65536")).toBe("fails");
    expect(resultOf("--set", "messages=65,536", "client=imap4", "outcome=timeout")).toBe("hangs");
    expect(resultOf("--set", "messages=65536", "--set", "client=mapi")).toBe("works");
    expect(resultOf("--set", "server=ex2000")).toBe("works");
    expect(resultOf("--set", "agent=on")).toBe("works");
  });

  test("runs what it is told, from 65,536 messages where nothing else is said", () => {
    const { steps, outcome } = reportOf("--run", "session", "delete 1", "session", "type stat");
    expect(steps.map(({ label }) => label)).toEqual([
      "A mailbox of more than 65,535 messages",
      "Run the article’s session",
      "Delete 1 message through MAPI",
      "Run the article’s session",
      "Type “stat”",
    ]);
    expect(steps.map(({ values }) => values.messages)).toEqual([65536, 65536, 65535, 65535, 65535]);
    expect(outcome?.result).toBe("works");
  });

  test.each([
    [["--set", "messages=200001"], '"messages" is a whole number from 0 to 200000, not "200001".'],
    [
      ["--set", "clent=pop3"],
      'There is no setting "clent": expected one of messages, client, server, agent, outcome. Did you mean "client"?',
    ],
    [
      ["--run", "explode"],
      'There is no action "explode": expected one of deliver, session, wait, delete, set, apply, type.',
    ],
    [["--format", "xml"], '--format "xml" is unknown: expected text or json.'],
    [
      ["--listen", "--pop3-port", "70000"],
      '"70000" is no port: expected a number from 0 to 65535.',
    ],
    [
      ["--listen", "--run", "session"],
      "--run and --listen exclude each other: clients decide what is done.",
    ],
  ])("%s is misuse", (args, message) => {
    const { status, stderr, stdout } = kb("Q298836", ...args);
    expect(stderr.split("\n")[0]).toBe(`kb simulate: ${message}`);
    expect(status).toBe(2);
    expect(stdout).toBe("");
  });

  test("an article that is not there is misuse", () => {
    expect(kb("Q1")).toMatchObject({ status: 2 });
    expect(kb("hello")).toMatchObject({ status: 2 });
    expect(kb()).toMatchObject({ status: 2 });
  });
});

describe("kb simulate --content", () => {
  let content: string;
  const folder = () => join(content, "kb/298/Q298836");

  beforeAll(() => {
    content = mkdtempSync(join(tmpdir(), "reprobase-simulate-"));
    mkdirSync(folder(), { recursive: true });
    cpSync(join(ROOT, "content/kb/298/Q298836/index.md"), join(folder(), "index.md"));
  });
  afterAll(() => rmSync(content, { recursive: true }));

  test("the project's scenario serves an article without one", () => {
    expect(kb("Q298836", "--content", content)).toMatchObject({ status: 0, stderr: "" });
  });

  test("a scenario of its own comes first; a broken one is told, and exits with 1", () => {
    writeFileSync(join(folder(), "simulator.yaml"), "title: A mailbox\nviews: [gage]\n");
    const { status, stderr } = kb("Q298836", "--content", content);
    expect(status).toBe(1);
    expect(stderr).toContain("simulator.yaml:2:9");
    expect(stderr).toContain('Did you mean "gauge"?');
  });
});

describe("kb simulate of a scenario that is not right yet", () => {
  let content: string;
  const scenario = readFileSync(join(ROOT, "content/kb/298/Q298836/simulator.yaml"), "utf8");
  const write = (text: string) =>
    writeFileSync(join(content, "kb/298/Q298836/simulator.yaml"), text);

  beforeAll(() => {
    content = mkdtempSync(join(tmpdir(), "reprobase-unproved-"));
    cpSync(join(ROOT, "content/kb/298/Q298836"), join(content, "kb/298/Q298836"), {
      recursive: true,
    });
  });
  afterAll(() => rmSync(content, { recursive: true }));

  test("plays the command of a finding as it is pasted, and says that there are findings", () => {
    write(scenario.replace("[deliver 1, session]", "[session]"));
    const [node = "", options] = [process.execPath, { cwd: ROOT, encoding: "utf8" } as const];
    const checked = spawnSync(node, [KB, "check", "Q298836", "--content", content], options);
    const command = /See it with: npx kb (.*)/.exec(checked.stdout)?.[1] ?? "";
    const pasted = spawnSync(node, [KB, ...command.split(" ")], options);
    expect(pasted.stdout).toContain("# Run the article’s session");
    expect(pasted.stderr).toBe("\nkb check Q298836: 1 error\n");
    expect(pasted.status).toBe(1);
  });

  test("plays one whose quotes do not stand in the article: they are shown as our own", () => {
    write(scenario.replace("contains more than", "holds more than"));
    const { status, stdout, stderr } = kb("Q298836", "--content", content);
    expect(stdout).toContain("= fails:");
    expect(stderr).toBe("\nkb check Q298836: 1 error\n");
    expect(status).toBe(1);
  });
});

describe("kb simulate --listen", () => {
  test("prints where its devices listen, serves them, logs the event, and ends cleanly when told", async () => {
    const server = spawn(process.execPath, [KB, "simulate", "Q298836", "--listen"], { cwd: ROOT });
    const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
    let [printed, logged] = ["", ""];
    server.stderr.on("data", (chunk: Buffer) => (logged += chunk.toString()));
    for await (const chunk of server.stdout.iterator({ destroyOnReturn: false })) {
      printed += String(chunk);
      if (printed.split("\n").length > 2) break;
    }
    expect(printed).toMatch(/^pop3 127\.0\.0\.1:\d+\nimap4 127\.0\.0\.1:\d+\n$/);
    const port = Number(/pop3 127\.0\.0\.1:(\d+)/.exec(printed)?.[1]);
    expect(await talk(port, "user me\r\npass secret\r\nquit\r\n")).toBe(
      "+OK Microsoft Exchange POP3 server version 5.5.2655.20 ready\r\n" +
        "+OK\r\n-ERR Unspecified error\r\n" +
        "+OK Microsoft Exchange POP3 server version 5.5.2655.20 signing off\r\n",
    );
    expect(logged).toContain("Event ID: 13005");
    expect(logged).not.toContain("secret");
    server.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});

/** Sends all at once and gives what the server says until it closes. */
function talk(port: number, sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(sent));
    socket.on("data", (chunk) => (heard += chunk.toString()));
    socket.once("close", () => resolve(heard));
    socket.once("error", reject);
  });
}
