/** The run in an address: `#run=…`, so that a link shows what its sender saw. */

const RUN = /^#run=(.+)$/;

export function hasRun(hash: string): boolean {
  return RUN.test(hash);
}

/** What `encodeRun` wrote; undefined where the address has none. */
export function runIn(hash: string): string | undefined {
  return RUN.exec(hash)?.[1];
}

export function hashOf(encodedRun: string): string {
  return `#run=${encodedRun}`;
}
