/**
 * Real mail clients at the simulated server of Q298836: they read a mailbox of 65,535 messages, and at 65,536 they fail
 * as the article says.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isInstalled, withClient, type MailClient } from "./clients/client.ts";
import { simulate, type Simulated } from "./clients/simulated.ts";

/** Mailboxes of 65,535 messages, of 65,536 with either outcome, and of five. */
let full: Simulated, over: Simulated, silent: Simulated, small: Simulated;

beforeAll(async () => {
  [full, over, silent, small] = await Promise.all([
    simulate({ messages: 65_535 }),
    simulate({ messages: 65_536 }),
    simulate({ messages: 65_536, outcome: "timeout" }),
    simulate({ messages: 5 }),
  ]);
});
afterAll(() => Promise.all([full, over, silent, small].map((server) => server.close())));

/** Seconds that clients wait for an answer: long where there is one to wait for. */
const patience = (server: Simulated) => (server === silent ? 1 : 9);

test("at least four of the clients are here where the tests must be complete", () => {
  const clients = ["curl", "fetchmail", "mpop", "mbsync", "s-nail", "python3"];
  const installed = clients.filter(isInstalled);
  if (process.env["CI"]) expect(installed.length).toBeGreaterThanOrEqual(4);
});

withClient("curl", ({ run }) => {
  const get = (url: string, seconds = 9) =>
    run(["--max-time", `${seconds}`, "--silent", "--show-error", "--user", "me:secret", url]);
  const pop3 = (server: Simulated, path: string) => `pop3://127.0.0.1:${server.pop3}/${path}`;
  const imap4 = (server: Simulated, path: string) => `imap://127.0.0.1:${server.imap4}/${path}`;

  test("lists and reads 65,535 messages by POP3, the newest first", async () => {
    const list = await get(pop3(full, ""));
    expect(list.stdout.trimEnd().split("\n")).toHaveLength(65_535);
    const message = await get(pop3(full, "1"));
    expect(message.code).toBe(0);
    expect(message.stdout).toMatch(/^Date: .*\r\n(.*\r\n)*Subject: Report 65535\r\n/);
  });

  test("reads and searches 65,535 messages by IMAP4", async () => {
    const message = await get(imap4(full, "INBOX;UID=65534"));
    expect([message.code, message.stdout]).toEqual([0, expect.stringContaining("Report 65534")]);
    const found = await get(imap4(full, "INBOX?SUBJECT%20%22Report%206553%22"));
    expect(found.stdout).toBe("* SEARCH 6553 65530 65531 65532 65533 65534 65535\r\n");
  });

  test("is denied access at 65,536: exit status 67", async () => {
    for (const url of [pop3(over, "1"), imap4(over, "INBOX;UID=1")])
      expect(await get(url)).toMatchObject({ code: 67, stdout: "" });
  });

  test("waits in vain for a silent server: exit status 28", async () => {
    for (const url of [pop3(silent, "1"), imap4(silent, "INBOX;UID=1")])
      expect((await get(url, patience(silent))).code).toBe(28);
  });

  test("reads again once a MAPI client has deleted a message", async () => {
    const server = await simulate({ messages: 65_536 });
    expect((await get(pop3(server, "1"))).code).toBe(67);
    server.act("delete 1");
    expect((await get(pop3(server, "1"))).stdout).toContain("Subject: Report 65536");
    expect((await get(imap4(server, "INBOX;MAILINDEX=1"))).stdout).toContain("Subject: Report 2\r");
    expect((await get(imap4(server, "INBOX;UID=1"))).code).toBe(78);
    server.act("deliver 1");
    expect((await get(pop3(server, "1"))).code).toBe(67);
    await server.close();
  });
});

withClient("fetchmail", ({ home, write, run }) => {
  /** Polls and keeps what it reads, at most three messages; gives the messages too. */
  async function poll(protocol: "pop3" | "imap", server: Simulated, keep = "keep") {
    const port = protocol === "pop3" ? server.pop3 : server.imap4;
    const mbox = join(home, `${port}-${keep}.mbox`);
    const poll = `poll 127.0.0.1 service ${port} protocol ${protocol} auth password timeout ${patience(server)}`;
    const rest = `username "me" password "secret" sslproto "" mda "cat >>${mbox}" ${keep} fetchlimit 3`;
    const rc = write("fetchmailrc", `${poll} ${rest}\n`);
    const files = ["--idfile", join(home, "ids"), "--pidfile", join(home, "pid")];
    const ran = await run(["--fetchmailrc", rc, ...files]);
    const mail = existsSync(mbox) ? readFileSync(mbox, "latin1") : "";
    return { ...ran, subjects: mail.match(/^Subject: .*$/gm) ?? [] };
  }

  test("reads of 65,535 messages as many as it may: exit status 13", async () => {
    const pop3 = await poll("pop3", full);
    expect(pop3.stdout).toContain("65535 messages for me at 127.0.0.1");
    expect(pop3).toMatchObject({
      code: 13,
      subjects: ["Subject: Report 65535", "Subject: Report 65534", "Subject: Report 65533"],
    });
    expect(await poll("imap", full)).toMatchObject({
      code: 13,
      subjects: ["Subject: Report 1", "Subject: Report 2", "Subject: Report 3"],
    });
  });

  test("fails to be authorized at 65,536: exit status 3", async () => {
    const { code, stderr } = await poll("pop3", over);
    expect([code, stderr]).toEqual([3, expect.stringContaining("Authorization failure")]);
    expect(await poll("imap", over)).toMatchObject({ code: 7, subjects: [] });
  });

  test("waits in vain for a silent server: exit status 2", async () => {
    const { code, stdout } = await poll("pop3", silent);
    expect([code, stdout]).toEqual([2, expect.stringContaining("timeout after 1 seconds")]);
    expect(await poll("imap", silent)).toMatchObject({ code: 2 });
  });

  test("deletes what it has fetched, by either protocol", async () => {
    const server = await simulate({ messages: 10 });
    await poll("pop3", server, "nokeep");
    expect(server.deeds).toContainEqual({ type: "messagesDeleted", uids: [8, 9, 10] });
    await poll("imap", server, "nokeep");
    expect(server.messages()).toBe(4);
    await server.close();
  });
});

withClient("mpop", ({ home, write, run }) => {
  const retrieve = (server: Simulated) => {
    for (const name of ["cur", "new", "tmp"]) write(`mail/${name}/.keep`, "");
    const at = ["--host=127.0.0.1", `--port=${server.pop3}`, "--tls=off"];
    const timeout = `--timeout=${patience(server)}`;
    const login = ["--auth=user", "--user=me", "--passwordeval=echo secret", "--keep=on"];
    const files = [`--delivery=maildir,${home}/mail`, `--uidls-file=${home}/uidls`];
    return run([...at, timeout, ...login, ...files]);
  };
  const delivered = () =>
    readdirSync(join(home, "mail/new"))
      .filter((name) => name !== ".keep")
      .map((name) => readFileSync(join(home, "mail/new", name), "latin1"));

  test("counts 65,535 messages, and reads those that it has not read before", async () => {
    const seen = Array.from({ length: 65_532 }, (_, index) => String(index + 1)).sort();
    write("uidls", ` ${seen.length} 127.0.0.1 me\n${seen.join("\n")}\n`);
    const { code, stdout } = await retrieve(full);
    expect(stdout).toMatch(/new: 3 messages in .*, total: 65535 messages in/);
    expect(code).toBe(0);
    expect(
      delivered()
        .map((mail) => /^Subject: .*$/m.exec(mail)?.[0].trim())
        .sort(),
    ).toEqual(["Subject: Report 65533", "Subject: Report 65534", "Subject: Report 65535"]);
    // Lines that begin with a dot arrive as they were.
    expect(delivered().join()).toContain("Skipped:\n.profile\n..\n.\nEnd of report 65534.\n");
  });

  test("prints the server's words at 65,536: exit status 77", async () => {
    const { code, stderr } = await retrieve(over);
    expect(stderr).toContain("mpop: POP3 server message: -ERR Unspecified error");
    expect(code).toBe(77);
  });

  test("waits in vain for a silent server: exit status 74", async () => {
    const { code, stderr } = await retrieve(silent);
    expect([code, stderr]).toEqual([74, expect.stringContaining("the operation timed out")]);
  });
});

withClient("mbsync", ({ home, write, run }) => {
  async function pull(server: Simulated, name: string, channel = "") {
    write(`${name}/state/.keep`, "");
    const rc = write(
      `${name}/mbsyncrc`,
      `IMAPAccount server
Host 127.0.0.1
Port ${server.imap4}
User me
Pass secret
SSLType None
AuthMechs LOGIN
Timeout ${patience(server)}

IMAPStore far
Account server

MaildirStore near
Path ${home}/${name}/
Inbox ${home}/${name}/inbox

Channel mail
Far :far:
Near :near:
Patterns INBOX
Create Near
SyncState ${home}/${name}/state/
${channel}
`,
    );
    const ran = await run(["--config", rc, "--all"]);
    const inbox = join(home, name, "inbox");
    const count = (folder: string) =>
      existsSync(join(inbox, folder)) ? readdirSync(join(inbox, folder)).length : 0;
    return { ...ran, mails: count("new") + count("cur") };
  }

  test("pulls the newest of 65,535 messages", async () => {
    const newest = "Sync Pull\nMaxMessages 5\nExpireUnread yes";
    expect(await pull(full, "full", newest)).toMatchObject({ code: 0, mails: 5 });
  });

  test("pulls a small mailbox, and nothing twice", async () => {
    expect(await pull(small, "small", "Sync Pull")).toMatchObject({ code: 0, mails: 5 });
    expect(await pull(small, "small", "Sync Pull")).toMatchObject({ code: 0, mails: 5 });
  });

  test("cannot open INBOX at 65,536", async () => {
    const { code, stderr, mails } = await pull(over, "over");
    expect(stderr).toContain("far side box INBOX cannot be opened");
    expect([code, mails]).toEqual([1, 0]);
  });

  test("waits in vain for a silent server", async () => {
    const { code, stderr } = await pull(silent, "silent");
    expect([code, stderr]).toEqual([1, expect.stringContaining("timeout")]);
  });
});

withClient("s-nail", ({ run }) => {
  const options = ["-n", "-R", "-S", "v15-compat", "-S", "imap-auth=login", "-S", "pop3-no-apop"];
  const read = (url: string, commands: string) => run([...options, "-f", url], `${commands}\n`);
  const pop3 = (server: Simulated) => `pop3://me:secret@127.0.0.1:${server.pop3}`;
  const imap4 = (server: Simulated) => `imap://me:secret@127.0.0.1:${server.imap4}`;

  test("opens 65,535 messages by IMAP4 and types the last", async () => {
    const { code, stdout } = await read(imap4(full), "type 65535\nexit");
    expect([code, stdout]).toEqual([0, expect.stringContaining("\nRun 65535 is finished.\n")]);
  });

  test("types a message by POP3, its dots as they were", async () => {
    const { code, stdout } = await read(pop3(small), "type 4\nexit");
    expect([code, stdout]).toEqual([0, expect.stringContaining("\n.profile\n..\n.\n")]);
  });

  test("prints the server's words at 65,536: exit status 1", async () => {
    for (const url of [pop3(over), imap4(over)]) {
      const { code, stderr } = await read(url, "exit");
      expect([code, stderr]).toEqual([1, expect.stringContaining("Unspecified error")]);
    }
  });
});

withClient("python3", ({ run }: MailClient) => {
  const python = (lines: string[]) => run(["-c", lines.join("\n")]);
  const poplib = (server: Simulated) => [
    "import poplib",
    `server = poplib.POP3("127.0.0.1", ${server.pop3}, timeout=${patience(server)})`,
    'server.user("domain\\\\user/mailbox")',
  ];
  const imaplib = (server: Simulated) => [
    "import imaplib",
    `server = imaplib.IMAP4("127.0.0.1", ${server.imap4}, timeout=${patience(server)})`,
    'server.login("me", "secret")',
  ];

  test("poplib lists 65,535 messages, and reads each with the size that it is listed with", async () => {
    const { stdout } = await python([
      ...poplib(full),
      'print(server.pass_("secret").decode())',
      "sizes = [int(line.split()[1]) for line in server.list()[1]]",
      "print(server.stat() == (len(sizes), sum(sizes)), len(set(server.uidl()[1])))",
      "print([server.retr(n)[2] == sizes[n - 1] for n in (1, 2, 3, 65535)])",
      "print(len(server.top(1, 0)[1]), server.quit().decode())",
    ]);
    expect(stdout.split("\n")).toEqual([
      "+OK User successfully logged on",
      "True 65535",
      "[True, True, True, True]",
      "8 +OK Microsoft Exchange POP3 server version 5.5.2655.20 signing off",
      "",
    ]);
  });

  test("poplib raises the article's error at 65,536", async () => {
    const { code, stderr } = await python([...poplib(over), 'server.pass_("secret")']);
    expect(stderr).toContain("poplib.error_proto: b'-ERR Unspecified error'");
    expect(code).toBe(1);
  });

  test("imaplib fetches, flags and expunges among 65,535 messages", async () => {
    const server = await simulate({ messages: 65_535 });
    const { stdout, stderr } = await python([
      ...imaplib(server),
      'print(server.select()[1], server.list()[1], server.status("INBOX", "(UIDNEXT)")[1])',
      'print(len(server.fetch("1:*", "(UID FLAGS RFC822.SIZE)")[1]))',
      'print(len(server.search(None, "UNSEEN")[1][0].split()))',
      'head, text = server.uid("FETCH", "65535", "(RFC822.SIZE BODY.PEEK[])")[1][0]',
      'print(f"RFC822.SIZE {len(text)}" in head.decode())',
      'server.store("1:2", "+FLAGS", r"(\\Deleted)")',
      "print(server.expunge()[1], server.logout()[0])",
    ]);
    expect(stderr).toBe("");
    expect(stdout.split("\n")).toEqual([
      `[b'65535'] [b'() "/" "INBOX"'] [b'"INBOX" (UIDNEXT 65536)']`,
      "65535",
      "65535",
      "True",
      "[b'2', b'1'] BYE",
      "",
    ]);
    expect(server.messages()).toBe(65_533);
    await server.close();
  });

  test("imaplib logs on and cannot select INBOX at 65,536", async () => {
    const { stdout } = await python([...imaplib(over), "print(server.select())"]);
    expect(stdout).toBe("('NO', [b'Unspecified error'])\n");
  });

  test("both wait in vain for a silent server", async () => {
    const pop3 = python([...poplib(silent), 'server.pass_("secret")']);
    const imap4 = python([...imaplib(silent), "server.select()"]);
    for (const { code, stderr } of await Promise.all([pop3, imap4]))
      expect([code, stderr]).toEqual([1, expect.stringMatching(/timed? ?out/i)]);
  });
});

describe("every client's failure", () => {
  test("is one more refused logon, or one more that hangs", () => {
    expect(new Set(over.deeds.map(({ type }) => type))).not.toContain("hangs");
    expect(silent.deeds.filter(({ type }) => type === "logonRefused")).toEqual([]);
    expect(full.deeds.filter(({ type }) => /Refused|hangs|Deleted/.test(type))).toEqual([]);
  });
});
