import { defineConfig } from 'vitest/config';

/** Tests of the packed program: it is packed and installed once before them, which takes seconds. */
const ofTheWholeProgram = ['test/e2e/**/*.test.ts', 'test/hostile/program/**/*.test.ts'];

const limits = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ofTheWholeProgram,
          ...limits,
        },
      },
      {
        test: { name: 'program', include: ofTheWholeProgram, globalSetup: ['test/pack.ts'], ...limits },
      },
    ],
  },
});
