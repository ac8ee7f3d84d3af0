import { defineConfig } from 'vitest/config'

/** Suites that need a build, and start hosts and browsers: one file at a time, so that they do not starve each other. */
const alone = (name: string, groupOrder: number) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.{test,spec}.ts`],
    fileParallelism: false,
    sequence: { groupOrder },
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})

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
          exclude: ['**/node_modules/**', 'test/{contract,hosts,documents,e2e,packaging}/**'],
        },
      },
      alone('contract', 1),
      alone('hosts', 2),
      alone('documents', 3),
      alone('e2e', 4),
      alone('packaging', 5),
    ],
  },
})
