import { spawn, type ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Runs `kb ARGS…` as a person would; gives what it printed and its exit status. */
export function kb(
  args: string[],
  env: Record<string, string> = {},
): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, "src/cli/kb.mjs"), ...args], {
      cwd: ROOT,
      env: { ...withoutVitest(process.env), NO_COLOR: "1", ...env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("close", (status) => resolve({ status: status ?? 1, stdout, stderr }));
  });
}

/** Vitest sets variables that Vite and Astro would take for the site's own: base path, mode. */
function withoutVitest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign = /^(?:BASE_URL|MODE|DEV|PROD|SSR|TEST|NODE_ENV|VITEST.*)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

/** Builds a site into `tests/.tmp/NAME`; gives its folder. Throws with the command's output where that fails. */
export async function buildSite(
  name: string,
  { content = "content", base = "/" }: { content?: string; base?: string } = {},
): Promise<string> {
  const out = join(ROOT, "tests/.tmp", name);
  const result = await kb(["build", "--content", content, "--out", out, "--base", base]);
  if (result.status !== 0) throw new Error(`kb build failed:\n${result.stdout}${result.stderr}`);
  return out;
}

/** A server of `kb`. */
export interface Served {
  /** Of the home page. */
  address: string;
  /** What it said of what is wrong. */
  said: () => string;
  end(): Promise<unknown>;
}

/** Starts `kb dev` or `kb preview` in a folder with the project's code. */
export async function startKb(
  root: string,
  command: "dev" | "preview",
  ...options: string[]
): Promise<Served> {
  const args = ["src/cli/kb.mjs", command, "--port", "0", ...options];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: withoutVitest(process.env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (bytes: Buffer) => (said += String(bytes)));
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const end = () => {
    child.kill("SIGINT");
    return ended;
  };
  return { address: await addressOf(child), said: () => said, end };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (bytes: Buffer) => {
      const found = /http:\S+/.exec(String(bytes))?.[0];
      if (found !== undefined) resolve(found);
    });
    child.on("exit", (code) => reject(new Error(`kb ended with ${code}`)));
  });
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
  ".wasm": "application/wasm",
};

export interface StaticHost {
  /** Address of the site's home page, with a slash at its end. */
  url: string;
  /** Paths asked for so far, without the base. */
  requests: string[];
  close(): Promise<void>;
}

/** A static host as plain as they come: files, `index.html` of folders, 404.html. No rewriting, no headers of its own. */
export async function serveStatic(folder: string, base = "/"): Promise<StaticHost> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    requests.push(path.startsWith(base) ? path.slice(base.length) : path);
    void answer(folder, base, path).then(({ status, type, bytes }) => {
      response.writeHead(status, { "content-type": type });
      response.end(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(folder: string, base: string, path: string) {
  const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
  const name = inside === "" || inside?.endsWith("/") ? `${inside}index.html` : inside;
  const bytes =
    name === undefined || name.includes("..") ? undefined : await read(join(folder, name));
  if (bytes !== undefined && name !== undefined) {
    return { status: 200, type: TYPES[extname(name)] ?? "application/octet-stream", bytes };
  }
  const notFound = (await read(join(folder, "404.html"))) ?? Buffer.from("not found");
  return { status: 404, type: "text/html; charset=utf-8", bytes: notFound };
}

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
