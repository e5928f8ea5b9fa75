const FORMAT = new Intl.NumberFormat("en");

/** `30090` → `30,090`. */
export function formatCount(count: number): string {
  return FORMAT.format(count);
}

/** `1 article`, `30,090 articles`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
