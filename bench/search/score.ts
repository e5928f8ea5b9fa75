/** A known-item question: what a person would type, and the articles that answer it. */
export interface BenchQuestion {
  id: string;
  kind: string;
  half: "tune" | "report" | "fresh" | "fresh2";
  query: string;
  answers: string[];
}

/** How one question went. */
export interface Asked {
  question: BenchQuestion;
  /** Place of the first right article among ten, from 1; 0 where none is. */
  rank: number;
  /** Nothing was found at all. */
  nothing: boolean;
  milliseconds: number;
  /** Fetched for this question, after what the ones before had fetched. */
  bytes: number;
}

export interface Score {
  questions: number;
  recall: Record<1 | 3 | 10, number>;
  /** Mean reciprocal rank, of ten. */
  mrr: number;
  nothing: number;
}

export function scoreOf(asked: readonly Asked[]): Score {
  const share = (fits: (one: Asked) => boolean) => asked.filter(fits).length / asked.length;
  const within = (most: number) => share(({ rank }) => rank > 0 && rank <= most);
  return {
    questions: asked.length,
    recall: { 1: within(1), 3: within(3), 10: within(10) },
    mrr: asked.reduce((sum, { rank }) => sum + (rank > 0 ? 1 / rank : 0), 0) / asked.length,
    nothing: share(({ nothing }) => nothing),
  };
}

/** Wilson's interval of a share at 95%: where the true one may lie, seen so many times of so many. */
export function interval(share: number, of: number): [low: number, high: number] {
  const z = 1.96;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * of)) / of);
  const whole = 1 + (z * z) / of;
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)];
}
