/** Every device, by the name that scenarios and the command line give it. */

import type { Device, Json } from "./device.ts";
import { imap4, IMAP4_UTTERANCES } from "./imap4.ts";
import { pop3, POP3_UTTERANCES } from "./pop3.ts";
import type { Utterances } from "./utterance.ts";

export const DEVICES: Readonly<Record<string, Device<Json>>> = { pop3, imap4 };

/** What each device says. Apart from the devices, so that a page need not carry it. */
export const UTTERANCES: Readonly<Record<string, Utterances>> = {
  pop3: POP3_UTTERANCES,
  imap4: IMAP4_UTTERANCES,
};
