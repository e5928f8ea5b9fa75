import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: { name: "unit", include: ["src/**/*.test.{ts,tsx}"], testTimeout: 20_000 },
      },
      {
        // One file after another: two builds of the site at a time would share Astro's folder.
        test: {
          name: "e2e",
          include: ["tests/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
