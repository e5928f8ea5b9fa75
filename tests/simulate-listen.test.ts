/** `kb simulate ID --listen`, as a person runs it: another process, which says where it listens. */

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { afterEach, expect, test } from "vitest";
import { withClient } from "./clients/client.ts";

const running: ChildProcess[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) if (child.kill() && child.exitCode === null) await once(child, "exit"); // prettier-ignore
});

interface Served {
  readonly ports: Readonly<Record<string, number>>;
  readonly child: ChildProcess;
  /** What it has said on standard error so far. */
  readonly said: () => string;
}

/** Starts the command; resolves when it has named both ports. */
async function serve(...args: string[]): Promise<Served> {
  const command = ["src/cli/kb.mjs", "simulate", "Q298836", "--listen", ...args];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ports: Record<string, number> = {};
  for await (const line of createInterface(child.stdout)) {
    const [, device = "", port = ""] = /^(pop3|imap4) 127\.0\.0\.1:(\d+)$/.exec(line) ?? [];
    if (device === "") throw new Error(`Unexpected "${line}".`);
    ports[device] = Number(port);
    if (Object.keys(ports).length === 2) break;
  }
  if (Object.keys(ports).length < 2) throw new Error(`It did not listen: ${said}`);
  return { ports, child, said: () => said };
}

/** All that a server says to these lines, sent at once. */
async function talk(port: number | undefined, lines: readonly string[]): Promise<string[]> {
  const socket = connect({ port: port ?? 0, host: "127.0.0.1" });
  let heard = "";
  socket.setEncoding("latin1").on("data", (text: string) => (heard += text));
  socket.end(lines.map((line) => `${line}\r\n`).join(""));
  await once(socket, "close");
  return heard.split("\r\n").slice(0, -1);
}

const POP3 = ["user domain\\user/mailbox", "pass secret", "stat", "quit"];
const IMAP4 = ["1 LOGIN me secret", "2 SELECT Inbox", "3 LOGOUT"];

test("serves the article's session by default, and logs the article's event", async () => {
  const { ports, said, child } = await serve();
  expect(await talk(ports["pop3"], POP3)).toEqual([
    "+OK Microsoft Exchange POP3 server version 5.5.2655.20 ready",
    "+OK",
    "-ERR Unspecified error",
    expect.stringMatching(/^-ERR /),
    "+OK Microsoft Exchange POP3 server version 5.5.2655.20 signing off",
  ]);
  expect(await talk(ports["imap4"], IMAP4)).toContain("2 NO Unspecified error");
  expect(said()).toContain("Event ID: 13005");
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("serves 65,535 messages, and 65,536 in Exchange 2000", async () => {
  const [under, later] = await Promise.all([
    serve("--set", "messages=65535"),
    serve("--set", "server=ex2000"),
  ]);
  expect(await talk(under.ports["pop3"], POP3)).toContainEqual(
    expect.stringMatching(/^\+OK 65535 /),
  );
  expect(await talk(later.ports["pop3"], POP3)).toContainEqual(
    expect.stringMatching(/^\+OK 65536 /),
  );
  expect(await talk(later.ports["imap4"], IMAP4)).toContain("* 65536 EXISTS");
});

withClient("curl", ({ run }) => {
  test("is read by a mail client, and denies it access one message later", async () => {
    const exits = ["65535", "65536"].map(async (messages) => {
      const { ports } = await serve("--set", `messages=${messages}`);
      const login = ["--silent", "--max-time", "9", "--user", "me:secret"];
      const pop3 = await run([...login, `pop3://127.0.0.1:${ports["pop3"]}/1`]);
      const imap4 = await run([...login, `imap://127.0.0.1:${ports["imap4"]}/INBOX;UID=7`]);
      return [pop3.code, imap4.code];
    });
    expect(await Promise.all(exits)).toEqual([
      [0, 0],
      [67, 67],
    ]);
  });
});
