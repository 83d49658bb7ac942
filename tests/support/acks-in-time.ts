import { afterAll, afterEach, expect } from 'vitest';
import { takeLateAcks } from './late-acks.js';

/** Fails the test in which an app acknowledged a request later than Slack waits. */
async function expectAcksInTime(): Promise<void> {
  expect(await takeLateAcks(), 'acknowledged after three seconds').toEqual([]);
}

afterEach(expectAcksInTime);
afterAll(expectAcksInTime);
