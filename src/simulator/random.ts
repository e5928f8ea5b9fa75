/** Seeded random numbers: the same seed gives the same row, everywhere. */

/** The next number in the row: `value` is at least 0 and less than 1, `next` the state to go on from (mulberry32). */
export function draw(state: number): { readonly value: number; readonly next: number } {
  const next = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(next ^ (next >>> 15), next | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return { value: ((t ^ (t >>> 14)) >>> 0) / 2 ** 32, next };
}
