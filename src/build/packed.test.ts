import fc from "fast-check";
import { expect, test } from "vitest";
import { pack, unpack } from "./packed.ts";

const numbers = fc
  .array(fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  .map((some) => Uint32Array.from(some));
const { data } = fc.letrec<{ data: object; value: unknown }>((tie) => ({
  data: fc.dictionary(fc.string(), tie("value")),
  value: fc.oneof(numbers, fc.string(), fc.nat(), fc.array(fc.string()), tie("data")),
}));

test("data is the same when it was kept", () => {
  fc.assert(
    fc.property(data, (data) => {
      expect(unpack(Buffer.concat(pack(data)))).toEqual(data);
    }),
  );
});
