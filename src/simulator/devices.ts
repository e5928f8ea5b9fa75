/** The devices that a scenario can name. */

import type { Device, Json } from "./devices/device.ts";
import { pop3 } from "./devices/pop3.ts";

export const DEVICES: Readonly<Record<string, Device<Json>>> = { pop3 };
