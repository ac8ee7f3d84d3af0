import { defineConfig } from 'vitest/config'

/** Suites that need a build, and start hosts and browsers: one file at a time, so that they do not starve each other. */
const alone = (name: string, groupOrder: number, include = [`test/${name}/**/*.{test,spec}.ts`]) => ({
  extends: true as const,
  test: {
    name,
    include,
    fileParallelism: false,
    sequence: { groupOrder },
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})

/** Kills processes for the better part of a minute, which is too long for every `npm run check`. */
const recovery = ['test/node/crash.test.ts', 'test/node/lock.test.ts', 'test/torture/torture.test.ts']

export default defineConfig({
  test: {
    exclude: ['**/node_modules/**', '**/out/**', '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'test/{contract,hosts,documents,e2e,packaging}/**', ...recovery],
        },
      },
      alone('recovery', 1, recovery),
      alone('contract', 2),
      alone('hosts', 3),
      alone('documents', 4),
      alone('e2e', 5),
      alone('packaging', 6),
    ],
  },
})
