import { defineConfig } from "vitest/config";

/** Tests that start programs, kill or hammer: `npm run test:process`. All others are quick: `npm test`. */
const PROCESS = ["test/process/**/*.test.ts", "test/**/*.process.test.ts"];
const ELSEWHERE = ["test/lab/**", "test/abuse/**"];

export default defineConfig({
  test: {
    // Real sockets and processes on two cores: generous limits, no shared state between files.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["test/**/*.test.ts"], exclude: [...PROCESS, ...ELSEWHERE] },
      },
      {
        extends: true,
        test: { name: "process", include: PROCESS, exclude: ELSEWHERE, testTimeout: 120_000 },
      },
    ],
  },
});
