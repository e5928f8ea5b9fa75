/** Every device and library, by the name that scenarios and the command line give it. `../load.ts` fetches them singly. */

import * as calendar from "./calendar.ts";
import * as clock from "./clock.ts";
import * as decimals from "./decimals.ts";
import type { Device, Json } from "./device.ts";
import * as fat from "./fat.ts";
import { imap4, IMAP4_UTTERANCES } from "./imap4.ts";
import * as integers from "./integers.ts";
import type { Functions, Signature } from "./library.ts";
import * as lists from "./lists.ts";
import { pop3, POP3_UTTERANCES } from "./pop3.ts";
import { smtp, SMTP_GIVEN, SMTP_UTTERANCES } from "./smtp.ts";
import * as texts from "./texts.ts";
import * as timers from "./timers.ts";
import type { Utterances } from "./utterance.ts";

export const DEVICES: Readonly<Record<string, Device<Json>>> = { pop3, imap4, smtp };

/** What each device says. Apart from the devices, so that a page need not carry it. */
export const UTTERANCES: Readonly<Record<string, Utterances>> = {
  pop3: POP3_UTTERANCES,
  imap4: IMAP4_UTTERANCES,
  smtp: SMTP_UTTERANCES,
};

/** What a scenario may tell each device, with its type and what holds otherwise. */
export const GIVEN: Readonly<Record<string, Readonly<Record<string, Given>>>> = {
  smtp: SMTP_GIVEN,
};

interface Given {
  readonly type: "flag" | "number" | "text";
  readonly otherwise: boolean | number | string;
  readonly meaning: string;
}

interface Library {
  readonly functions: Functions;
  readonly signatures: readonly Signature[];
}

/** Libraries of functions that expressions may call. */
export const LIBRARIES: Readonly<Record<string, Library>> = {
  integers,
  decimals,
  texts,
  lists,
  calendar,
  clock,
  timers,
  fat,
};

/** The functions of all libraries, by their keys. */
export const FUNCTIONS: Functions = Object.assign(
  {},
  ...Object.values(LIBRARIES).map(({ functions }) => functions),
) as Functions;
