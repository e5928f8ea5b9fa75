import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser, type LaunchOptions } from "playwright-core";

/** The names that Chromium has on the systems that ship it. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Flags that keep it quiet: no sandbox is possible for root, and no request may leave the machine. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const HELP = `No Chromium was found, and none could be installed. Do one of these, then run "npm test" again:
  - install Chromium or Chrome with the system's package manager (Debian: apt-get install chromium);
  - npx playwright-core install chromium;
  - set CHROMIUM_PATH to the program's path.`;

/** Path of a Chromium on this machine; installs one where there is none. Throws with what to do where that fails. */
export function chromiumPath(): string {
  const path = findChromium() ?? installDebianPackage() ?? installPlaywrightBuild();
  if (path === undefined) throw new Error(HELP);
  return path;
}

/** Starts the browser that the tests drive. */
export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS, ...options });
}

function findChromium(): string | undefined {
  const wished = process.env["CHROMIUM_PATH"];
  if (wished) return wished;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, chromium.executablePath()].find((path) => path !== "" && existsSync(path));
}

/** As root on Debian and its kin; anyone else has to ask their administrator. */
function installDebianPackage(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  console.log("Installing Debian's chromium …");
  try {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    execFileSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  return findChromium();
}

function installPlaywrightBuild(): string | undefined {
  console.log("Downloading Playwright's Chromium …");
  const result = spawnSync("playwright-core", ["install", "chromium"], { stdio: "inherit" });
  return result.status === 0 ? findChromium() : undefined;
}
