/** The register: the count in decimal, hex and bits. What the limit does not need a cell for lies outside the frame. */

import type { Register as Reading } from "../../index.ts";

export function Register({ reading }: { reading: Reading }) {
  const { bits, width, decimal, hex, text, beyond } = reading;
  const needed = bits.join("").replace(/^0+(?=.)/, "").length;
  const outside = bits.slice(0, bits.length - width);
  return (
    <div class="sim-register" role="img" aria-label={text}>
      <p class="sim-notations">
        <span>{decimal}</span> <span>{hex}</span>{" "}
        <span class={beyond ? "sim-failed" : ""}>
          {needed} {needed === 1 ? "bit" : "bits"}
        </span>
      </p>
      <p class="sim-outside">
        {outside.map((bit) => (
          <Cell bit={bit} />
        ))}
      </p>
      <p class="sim-cells">
        {bits.slice(outside.length).map((bit) => (
          <Cell bit={bit} />
        ))}
      </p>
    </div>
  );
}

function Cell({ bit }: { bit: 0 | 1 }) {
  return <span class={`sim-cell sim-bit-${bit}`}>{bit}</span>;
}
