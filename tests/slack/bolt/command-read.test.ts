import { describe, expect, it } from 'vitest';
import { readOnce } from '../../../src/slack/bolt/command/dispatch.js';

describe('the text of a command', () => {
  it('is read once a request, and anew for the next', () => {
    const texts: string[] = [];
    const read = readOnce((text) => {
      texts.push(text);
      return { handler: async () => {}, text, isLookUp: true };
    });
    const context = { isEnterpriseInstall: false };
    const first = read('senior', context);
    expect(read('senior', context)).toBe(first);
    expect(read('manager', { isEnterpriseInstall: false }).text).toBe('manager');
    expect(texts).toEqual(['senior', 'manager']);
  });
});
