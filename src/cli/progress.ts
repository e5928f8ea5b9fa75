/** Tells how far the work is. */
export interface Progress {
  advance(count: number): void;
  finish(): void;
}

interface Screen {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const BAR = 30;

/** A bar on a terminal, drawn at most ten times a second; elsewhere a plain line for each tenth of long work. */
export function progress(
  label: string,
  total: number,
  screen: Screen,
  now = () => Date.now(),
): Progress {
  return screen.isTTY === true ? bar(label, total, screen, now) : plainLines(label, total, screen);
}

function bar(label: string, total: number, screen: Screen, now: () => number): Progress {
  let done = 0;
  let drawn = 0;
  const draw = () => {
    const filled = Math.round((BAR * done) / Math.max(1, total));
    const cells = "#".repeat(filled).padEnd(BAR, ".");
    screen.write(`\r${label} [${cells}] ${done}/${total}`.slice(0, screen.columns ?? 80));
  };
  return {
    advance(count) {
      done += count;
      if (now() - drawn < 100) return;
      drawn = now();
      draw();
    },
    finish: () => void screen.write("\r\u001B[K"),
  };
}

/** Work that is over at once needs no lines. */
const WORTH_TELLING = 1000;

function plainLines(label: string, total: number, screen: Screen): Progress {
  let done = 0;
  return {
    advance(count) {
      const before = Math.floor((10 * done) / total);
      done += count;
      const after = Math.floor((10 * done) / total);
      if (total >= WORTH_TELLING && after > before) screen.write(`${label} ${done}/${total}\n`);
    },
    finish: () => undefined,
  };
}
