import { defineConfig } from 'vitest/config';

const shared = { testTimeout: 60_000, hookTimeout: 120_000 };

/** Tests run in another order each time, which vitest prints: TEST_SEED runs that order again. */
const seed = Number(process.env.TEST_SEED ?? Date.now());

export default defineConfig({
  test: {
    sequence: { seed, shuffle: { files: true, tests: true } },
    // More only slow each other on two cores, and servers and browsers run beside them.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'suite',
          // Files share a process with its modules: reading these anew for each takes a third of the time.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/faults/**', 'tests/deploy/**'],
          globalSetup: ['tests/support/database-template.ts'],
          setupFiles: ['tests/support/acks-in-time.ts'],
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
          ...shared,
          name: 'deploy',
          include: ['tests/deploy/**/*.test.ts'],
          // Building a release and fetching three versions of Node waits for the network.
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 60_000,
          globalSetup: ['tests/faults/support/global-setup.ts'],
        },
      },
    ],
  },
});
