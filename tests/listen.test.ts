import { connect, type Socket } from "node:net";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { startListener, type Listener, type ListenerOptions } from "../src/cli/listen.ts";
import { testWorld, type TestWorld } from "./clients/world.ts";

const open: { listeners: Listener<string>[]; sockets: Socket[] } = { listeners: [], sockets: [] };

afterEach(async () => {
  open.sockets.splice(0).forEach((socket) => socket.destroy());
  await Promise.all(open.listeners.splice(0).map((listener) => listener.close()));
});

async function listen(world: TestWorld, limits: Partial<ListenerOptions<string>> = {}) {
  const listener = await startListener({ ports: { pop3: 0, imap4: 0 }, ...world, ...limits });
  open.listeners.push(listener);
  return listener.ports;
}

/** A client that collects all it is sent. */
async function client(port: number) {
  const socket = connect({ port, host: "127.0.0.1" });
  open.sockets.push(socket);
  let heard = "";
  socket.setEncoding("latin1").on("data", (text: string) => (heard += text));
  socket.on("error", () => {});
  await once(socket, "connect");
  return {
    socket,
    heard: () => heard,
    send: (text: string) => socket.write(text, "latin1"),
    /** Resolves once it has heard this. */
    async until(pattern: RegExp) {
      while (!pattern.test(heard)) await once(socket, "data");
      return heard;
    },
    /** Resolves with all it heard once the server has hung up. */
    async end() {
      if (!socket.closed) await once(socket, "close");
      return heard;
    },
  };
}

const LOGON = "user me\r\npass secret\r\n";

describe("a listener", () => {
  test("answers commands that come all at once, in several pieces, or with bare line feeds", async () => {
    const { pop3 = 0 } = await listen(testWorld(2));
    const heard = `+OK POP3 server ready\r\n+OK\r\n+OK Logged on\r\n+OK 2 562\r\n+OK POP3 server signing off\r\n`;
    const atOnce = await client(pop3);
    atOnce.send(`${LOGON}stat\r\nquit\r\n`);
    expect(await atOnce.end()).toBe(heard);
    const inPieces = await client(pop3);
    for (const piece of ["us", "er me\r", "\npass x", "\nstat\nqui", "t\n"]) {
      inPieces.send(piece);
      await pause(5);
    }
    expect(await inPieces.end()).toBe(heard);
  });

  test("still answers a client that has closed its side", async () => {
    const { pop3 = 0 } = await listen(testWorld(65_535));
    const it = await client(pop3);
    it.socket.end(`${LOGON}list\r\n`);
    expect((await it.end()).split("\r\n")).toHaveLength(65_535 + 3 + 2 + 1);
  });

  test("shows every client the same mailbox, and each its own session", async () => {
    const world = testWorld(3);
    const { pop3 = 0, imap4 = 0 } = await listen(world);
    const clients = await Promise.all([client(pop3), client(pop3), client(imap4)]);
    const [first, second, third] = clients;
    first.send(`${LOGON}dele 1\r\n`);
    await first.until(/Logged on\r\n\+OK/);
    second.send(`${LOGON}stat\r\nnoop\r\n`);
    third.send("a LOGIN me secret\r\nb SELECT INBOX\r\n");
    expect(await second.until(/OK 3 \d+/)).toBeTruthy();
    expect(await third.until(/b OK/)).toContain("* 3 EXISTS");
    first.send("quit\r\n");
    await first.end();
    expect(world.deleted).toEqual([[3, 3]]);
    third.send("c NOOP\r\n");
    expect(await third.until(/c OK/)).toContain("* 3 EXPUNGE\r\n");
  });

  test("rejects a port that is taken, and leaves none listening", async () => {
    const { pop3 = 0 } = await listen(testWorld(1));
    const taken = startListener({ ports: { imap4: 0, pop3 }, ...testWorld(1) });
    await expect(taken).rejects.toMatchObject({ code: "EADDRINUSE" });
    await expect(startListener({ ports: { gopher: 0 }, ...testWorld(1) })).rejects.toThrow(
      'There is no device "gopher".',
    );
  });
});

describe("LIST, UIDL and FETCH of 65,535 messages", () => {
  test("are answered in under a second each", async () => {
    const { pop3 = 0, imap4 = 0 } = await listen(testWorld(65_535));
    const mail = await client(pop3);
    mail.send(LOGON);
    await mail.until(/Logged on\r\n/);
    for (const command of ["list", "uidl"]) {
      const before = performance.now();
      const length = mail.heard().length;
      mail.send(`${command}\r\n`);
      while (!mail.heard().slice(length).endsWith("\r\n.\r\n")) await once(mail.socket, "data");
      expect(performance.now() - before).toBeLessThan(1000);
    }
    const other = await client(imap4);
    other.send("a LOGIN me secret\r\nb SELECT INBOX\r\n");
    await other.until(/b OK/);
    const before = performance.now();
    other.send("c FETCH 1:* (UID FLAGS RFC822.SIZE)\r\n");
    while (!other.heard().includes("c OK")) await once(other.socket, "data");
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test("wait for a client that does not read, and cost others nothing", async () => {
    const { pop3 = 0 } = await listen(testWorld(65_535));
    const stalled = await client(pop3);
    stalled.socket.pause();
    const before = process.memoryUsage().heapUsed;
    stalled.send(LOGON + "list\r\nuidl\r\n".repeat(50));
    await pause(300);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(30_000_000);
    const other = await client(pop3);
    other.send(`${LOGON}stat\r\n`);
    expect(await other.until(/OK 65535 \d+/)).toBeTruthy();
  });
});

describe("what a client may do", () => {
  /** The server is well: it serves the next client. */
  async function serves(port: number) {
    const it = await client(port);
    it.send("quit\r\na LOGOUT\r\n");
    return /signing off|LOGOUT completed/i.test(await it.end());
  }

  test("an endless line ends its connection", async () => {
    const { pop3 = 0, imap4 = 0 } = await listen(testWorld(2));
    for (const port of [pop3, imap4]) {
      const it = await client(port);
      it.send("x".repeat(100_000));
      expect(await it.end()).toMatch(/ready\r\n$/);
      expect(await serves(port)).toBe(true);
    }
  });

  test("garbage is answered as such", async () => {
    const { pop3 = 0, imap4 = 0 } = await listen(testWorld(2));
    for (const port of [pop3, imap4]) {
      const it = await client(port);
      it.send("\0\0\xff\xfe\r\n\r\n\x01\x02{7}\r\n\r\r\n");
      await it.until(/(not recognized[^]*){3}/);
      expect(await serves(port)).toBe(true);
    }
  });

  test("vanishing in the midst of an answer harms nobody", async () => {
    const { pop3 = 0 } = await listen(testWorld(65_535));
    for (let i = 0; i < 10; i++) {
      const it = await client(pop3);
      it.send(`${LOGON}list\r\nlist\r\n`);
      await it.until(/Logged on/);
      it.socket.resetAndDestroy();
    }
    expect(await serves(pop3)).toBe(true);
  });

  test("idling too long ends its connection, a silent server's included", async () => {
    const { pop3 = 0 } = await listen(testWorld(2, "silent"), { idle: 200 });
    const it = await client(pop3);
    it.send(LOGON);
    expect(await it.end()).toBe("+OK POP3 server ready\r\n+OK\r\n");
  });

  test("too many at once are turned away, until one leaves", async () => {
    const { pop3 = 0 } = await listen(testWorld(2), { clients: 2 });
    const [one] = await Promise.all([client(pop3), client(pop3)]);
    const third = await client(pop3);
    expect(await third.end()).toBe("");
    one?.send("quit\r\n");
    await one?.end();
    // The client knows that it has left a moment before the server does.
    await expect.poll(() => serves(pop3), { timeout: 5000 }).toBe(true);
  });
});
