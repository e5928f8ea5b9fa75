const LONG = formatter("long");
const SHORT = formatter("short");

function formatter(month: "long" | "short") {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month,
    year: "numeric",
    timeZone: "UTC",
  });
}

/** `2002-08-16` → `16 August 2002`. */
export function longDate(day: string): string {
  return LONG.format(new Date(`${day}T00:00:00Z`));
}

/** `2002-08-16` → `16 Aug 2002`, for lists. */
export function shortDate(day: string): string {
  return SHORT.format(new Date(`${day}T00:00:00Z`));
}
