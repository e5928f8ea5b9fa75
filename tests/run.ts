// What `npm test` runs, in order; the first step that fails ends it. Each step can be run alone with the command shown.
import { spawnSync } from "node:child_process";
import { chromiumPath } from "./support/chromium.ts";

const STEPS: { name: string; command: string }[] = [
  { name: "types", command: "npm run types" },
  { name: "lint", command: "npm run lint" },
  { name: "unit tests", command: "npm run test:unit" },
  { name: "end-to-end and browser tests", command: "npm run test:e2e" },
];

try {
  console.log(`Chromium: ${chromiumPath()}`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

for (const { name, command } of STEPS) {
  console.log(`\n── ${name}: ${command}`);
  const start = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: "inherit" });
  if (status !== 0) {
    console.error(`\n${name} failed. To run this step alone: ${command}`);
    process.exit(1);
  }
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
console.log("\nAll tests passed.");
