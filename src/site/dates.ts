/** `2002-08-16` → `16 August 2002`. */
export const longDate = remembered(formatter("long"));

/** `2002-08-16` → `16 Aug 2002`, for lists. */
export const shortDate = remembered(formatter("short"));

function formatter(month: "long" | "short") {
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month,
    year: "numeric",
    timeZone: "UTC",
  });
}

/** An archive has far fewer days than articles. */
function remembered(formatter: Intl.DateTimeFormat): (day: string) => string {
  const known = new Map<string, string>();
  return (day) => {
    const text = known.get(day) ?? formatter.format(new Date(`${day}T00:00:00Z`));
    known.set(day, text);
    return text;
  };
}

/** The year of a day, `YYYY-MM-DD`, where one is given. */
export function yearOf(day: string | undefined): string[] {
  return day === undefined ? [] : [day.slice(0, 4)];
}
