import { defineConfig } from 'vitest/config';
import { stubs } from './stubs.ts';

export default defineConfig({
  resolve: { alias: stubs },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // For a machine under load: conditions are waited for, and nothing hangs on how long they take.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    server: { deps: { inline: ['marked-terminal'] } },
  },
});
