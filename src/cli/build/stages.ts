import type { Watcher } from "../../build/options.ts";

interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * Prints each stage of a build when it ends, with its time and the memory of the whole process at its highest so far. On a terminal
 * it shows how far the work is, how fast it goes and how long it will take.
 */
export function stageReporter(screen: Screen, now = () => performance.now()): Watcher {
  return {
    stage(name) {
      const start = now();
      let drawn = start;
      let done = 0;
      return {
        progress(count, total) {
          done += count;
          if (screen.isTTY !== true || now() - drawn < 100) return;
          drawn = now();
          screen.write(`\r\u001B[K${progressLine(name, done, total, (drawn - start) / 1000)}`);
        },
        end(told) {
          if (screen.isTTY === true) screen.write("\r\u001B[K");
          const seconds = ((now() - start) / 1000).toFixed(1);
          const memory = Math.round(process.resourceUsage().maxRSS / 1024);
          console.log(
            `${name.padEnd(8)} ${seconds.padStart(6)} s  ${told}  (${memory} MB at most so far)`,
          );
        },
      };
    },
  };
}

/** `pages  12,000 of 60,335, 3,100 a second, 16 s left`. */
export function progressLine(name: string, done: number, total: number, seconds: number): string {
  const rate = done / Math.max(seconds, 0.001);
  const left = Math.ceil((total - done) / Math.max(rate, 0.001));
  const count = (value: number) => Math.round(value).toLocaleString("en");
  return `${name.padEnd(8)} ${count(done)} of ${count(total)}, ${count(rate)} a second, ${count(left)} s left`;
}
