/** What results can be narrowed by, in the order in which the interface offers it. */
export const FILTER_NAMES = ["product", "year", "issue", "keyword", "trial"] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** At most one value for each name. */
export type Filters = Partial<Record<FilterName, string | undefined>>;
