import { PHRASE_BOOKS } from "./scenario/phrases/index.ts";

/** Ids of the articles that a scenario may cite, its phrase book's included: those that its proof asks for. */
export function citedIds(scenarioText: string): string[] {
  const uses = /^uses:\s*["']?([\w-]+)/m.exec(scenarioText)?.[1] ?? "";
  const shared = JSON.stringify(PHRASE_BOOKS[uses] ?? {});
  return [...new Set(`${scenarioText}\n${shared}`.match(/\b[A-Z]+[0-9]{1,9}\b/g))];
}
