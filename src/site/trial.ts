/** What links to a page's simulator or replay say. */
export const TRIAL_LINKS = {
  simulator: "See it fail",
  replay: "As the article tells it",
} as const;

/** What a page has to try; also the id of its place. */
export type Trial = keyof typeof TRIAL_LINKS;
