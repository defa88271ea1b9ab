import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Tests of the packed program: it is packed and installed once before them, which takes seconds. */
const ofTheWholeProgram = ['test/e2e/**/*.test.ts', 'test/hostile/program/**/*.test.ts'];

/** Tests that put something else in the place of a module: each has its modules to itself. */
const withModulesOfTheirOwn = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => `test/${file}`)
  .filter((file) => /\bvi\.(mock|doMock|spyOn|resetModules|stub\w*)\(/.test(readFileSync(file, 'utf8')));

const limits = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...ofTheWholeProgram, ...withModulesOfTheirOwn],
          // modules are loaded once for all files: that is a fifth of the time of the whole
          isolate: false,
          ...limits,
        },
      },
      { test: { name: 'alone', include: withModulesOfTheirOwn, ...limits } },
      {
        test: { name: 'program', include: ofTheWholeProgram, globalSetup: ['test/pack.ts'], ...limits },
      },
    ],
  },
});
