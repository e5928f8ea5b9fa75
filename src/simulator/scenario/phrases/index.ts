/** Phrase books: words that the scenarios of several articles share, each with where it comes from. */

import type { PhraseBook } from "../schema.ts";
import { exchange } from "./exchange.ts";

export const PHRASE_BOOKS: Readonly<Record<string, PhraseBook>> = { exchange };
