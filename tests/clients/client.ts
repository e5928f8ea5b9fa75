import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe } from "vitest";

/** What a mail client did. */
export interface Ran {
  /** Exit status; null where it had to be ended. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface MailClient {
  /** A home folder of its own. */
  readonly home: string;
  /** Writes a file into the home folder, readable by its owner alone; gives its path. */
  readonly write: (name: string, text: string) => string;
  /** Runs the client; what is given as `input` it reads from its terminal. Ended after ten seconds. */
  readonly run: (args: readonly string[], input?: string) => Promise<Ran>;
}

/** Tests with a mail client of this machine: skipped, and said so, where it is not installed. */
export function withClient(command: string, tests: (client: MailClient) => void): void {
  if (!isInstalled(command)) {
    describe.skip(`${command} is not installed: its tests are skipped`, () => tests(nowhere));
    return;
  }
  describe(command, () => {
    const home = mkdtempSync(join(tmpdir(), `${command}-`));
    afterAll(() => rmSync(home, { recursive: true, force: true }));
    tests({
      home,
      write(name, text) {
        const path = join(home, name);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
        chmodSync(path, 0o600);
        return path;
      },
      run: (args, input = "") => run(command, args, home, input),
    });
  });
}

const nowhere: MailClient = {
  home: "",
  write: () => "",
  run: () => Promise.reject(new Error("not installed")),
};

export function isInstalled(command: string): boolean {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).error === undefined;
}

const PATIENCE = 10_000;

function run(command: string, args: readonly string[], home: string, input: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env["PATH"], HOME: home, LC_ALL: "C", TZ: "UTC" };
    const child = spawn(command, args, { cwd: home, env, timeout: PATIENCE });
    const ran = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const)
      child[name].setEncoding("latin1").on("data", (text: string) => (ran[name] += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...ran }));
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
