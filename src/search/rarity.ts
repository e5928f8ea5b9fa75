/** How much a word says, by the share of pages that have it (inverse document frequency); 0 where none has it. */
export function rarityOf(count: number, pages: number): number {
  return count === 0 ? 0 : Math.log(1 + (pages - count + 0.5) / (count + 0.5));
}
