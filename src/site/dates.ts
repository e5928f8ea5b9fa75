import { remembered } from "./remembered.ts";

/** `2002-08-16` → `16 August 2002`. */
export const longDate = formatter("long");

/** `2002-08-16` → `16 Aug 2002`, for lists. */
export const shortDate = formatter("short");

function formatter(month: "long" | "short"): (day: string) => string {
  const options = { day: "numeric", month, year: "numeric", timeZone: "UTC" } as const;
  let format: Intl.DateTimeFormat | undefined;
  return remembered((day) => {
    // Made when it is first needed: it takes as long as a tenth of the start of a command.
    format ??= new Intl.DateTimeFormat("en-GB", options);
    return format.format(new Date(`${day}T00:00:00Z`));
  });
}

/** The year of a day, `YYYY-MM-DD`, where one is given. */
export function yearOf(day: string | undefined): string[] {
  return day === undefined ? [] : [day.slice(0, 4)];
}
