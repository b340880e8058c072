import { defineConfig } from 'vitest/config';
import { stubs } from './build/stubs.ts';

export default defineConfig({
  resolve: { alias: stubs },
  test: {
    // Much of the time a test waits for the program: one worker a core leaves none idle.
    maxWorkers: '100%',
    include: ['tests/**/*.test.{ts,tsx}'],
    // For a machine under load: conditions are waited for, and nothing hangs on how long they take.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    server: { deps: { inline: ['marked-terminal'] } },
  },
});
