import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 60_000, hookTimeout: 120_000 };

/** They start embedded databases of their own, whatever database the others are given. */
const alwaysEmbedded = [
  'tests/main.test.ts',
  'tests/database/embedded*.test.ts',
  'tests/cli/beside-a-server.test.ts',
];

export default defineConfig({
  test: {
    // Each worker with a database runs an embedded Postgres of its own; more only slow each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'suite',
          // Files share a process with its modules and its database: reading and starting these anew
          // for each took a third of the time.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: [
            ...['tests/browser/**', 'tests/faults/**'],
            ...(process.env.TEST_DATABASE_URL ? alwaysEmbedded : []),
          ],
          globalSetup: ['tests/support/database-template.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          globalSetup: ['tests/support/database-template.ts'],
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          // One set of servers at a time.
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 60_000,
          globalSetup: ['tests/faults/support/global-setup.ts'],
        },
      },
    ],
  },
});
