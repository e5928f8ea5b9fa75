/** Our reading of the mechanism, said to be ours, with its grounds. */

import type { Scenario } from "../../index.ts";

export function Why({ why }: { why: NonNullable<Scenario["why"]> }) {
  return (
    <details class="sim-why">
      <summary>{why.question}</summary>
      <p>
        <b>Our reading, not the article’s.</b> {why.reading}
      </p>
      <ul>
        {why.grounds.map((ground) => (
          <li key={ground}>{ground}</li>
        ))}
      </ul>
    </details>
  );
}
