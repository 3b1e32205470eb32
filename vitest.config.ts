// Three kinds of tests: pure ones, those with a database, those with a browser.
import { defineConfig } from "vitest/config";

const databaseTests = "packages/*/{src,testing}/**/*.db.test.ts";
const browserTests = "packages/*/src/**/*.browser.test.{ts,tsx}";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          include: ["packages/*/src/**/*.test.{ts,tsx}", "examples/*/**/*.test.ts"],
          exclude: ["**/node_modules/**", databaseTests, browserTests],
          testTimeout: 10_000,
        },
      },
      {
        test: {
          name: "database",
          include: [databaseTests],
          globalSetup: ["packages/engine/testing/global-setup.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: [browserTests],
          globalSetup: ["packages/admin/src/testing/global-setup.ts"],
          pool: "forks",
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
