import { defineConfig } from 'vitest/config';
import { stubs } from './stubs.ts';

export default defineConfig({
  resolve: { alias: stubs },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    server: { deps: { inline: ['marked-terminal'] } },
  },
});
