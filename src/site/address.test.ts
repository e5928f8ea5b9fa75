import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { absolute } from "./address.ts";

afterEach(() => vi.unstubAllEnvs());

const SITE = "https://kb.example.org:8443";

test("a whole address is what a browser makes of the path", () => {
  vi.stubEnv("SITE", SITE);
  const part = fc.constantFrom(..."/.~-_ab0%?# +", "kb", "c++", "\u00e9", "..");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const path = `/${parts.join("")}`;
      fc.pre(URL.canParse(path, SITE));
      expect(absolute(path)).toBe(new URL(path, SITE).href);
    }),
  );
  expect(absolute("/base/kb/298/Q298836/")).toBe(`${SITE}/base/kb/298/Q298836/`);
});
