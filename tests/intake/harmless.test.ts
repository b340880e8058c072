import { describe, expect, it } from 'vitest';
import { harmless } from '../../src/intake/harmless.ts';

const article = { authors: [], tags: [], markdown: 'Text.', pictures: [] };

describe('the day of what comes in', () => {
  it.each(['2025-02-28', '2024-02-29', '2025-12-31'])('%s stays', (date) => {
    expect(harmless({ ...article, date }).date).toBe(date);
  });

  it.each(['2025-02-31', '2025-02-29', '2025-04-31', '2025-02-31T10:00:00Z', '2025-13-01'])(
    '%s is none',
    (date) => {
      expect(harmless({ ...article, date })).not.toHaveProperty('date');
    },
  );
});
