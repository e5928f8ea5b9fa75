/** What each device can say, so that a scenario's words for it can be held against its keys. */

import { IMAP4_UTTERANCES } from "../devices/imap4/utterances.ts";
import { POP3_UTTERANCES } from "../devices/pop3.ts";
import type { Utterances } from "../devices/utterance.ts";

export const UTTERANCES: Readonly<Record<string, Utterances>> = {
  pop3: POP3_UTTERANCES,
  imap4: IMAP4_UTTERANCES,
};
