/**
 * The simulator as a page, a test or the command line sees it. Safe in a browser: nothing here reads files, the clock
 * or the DOM. What turns an author's YAML into a `Scenario` is `proof.ts`, with `scenario/`.
 */

export type * from "./types.ts";
export { decodeRun, encodeRun, type Decoded } from "./address.ts";
export { compare, type LaneCell, type LaneRow } from "./compare.ts";
export { inWords, labelOf, problemOf } from "./input.ts";
export { play, start, step } from "./kernel.ts";
export { gauge, register, type Gauge, type Register } from "./measure.ts";
export { redact } from "./redact.ts";
export { besideRun, curedRun, OPENING, stepBack } from "./run.ts";
export { formatNumber } from "./text.ts";
