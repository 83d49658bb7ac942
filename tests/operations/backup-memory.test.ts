import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLadder } from '../../bench/command.js';
import { addCompany } from '../../bench/company/index.js';
import { dayFromDate } from '../../src/domain/time/day.js';
import { openEmptyServer, openTestServer } from '../support/database.js';

const company = {
  ...{ slackTeamId: 'T0COMPANY', reportsPerManager: 9, pastCycles: 1, timeZones: ['Etc/GMT'] },
  // A cycle is open while it is restored, so that messages for all are gone through.
  today: dayFromDate(new Date()),
};
const people = { few: 500, many: 10_000 };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-backup-memory-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Backs up and restores a company with the real commands. Returns the most memory, in MB. */
async function memoryFor(headcount: number) {
  const file = join(folder, `${headcount}.tar.gz`);
  const [from, to] = await Promise.all([openTestServer(), openEmptyServer()]);
  await addCompany(from.url, { ...company, managers: headcount / 10 });
  const backup = await runLadder(from.url, 'backup', file);
  const verify = await runLadder(from.url, 'backup', 'verify', file);
  const restore = await runLadder(to.url, 'restore', file);
  await Promise.all([from.close(), to.close()]);
  return {
    bytes: statSync(file).size,
    peaks: { backup: backup.peakMb, verify: verify.peakMb, restore: restore.peakMb },
  };
}

describe('the memory of backing up, verifying and restoring', () => {
  it('is below 200 MB, and the same for twenty times as many people', async () => {
    const few = await memoryFor(people.few);
    const many = await memoryFor(people.many);
    expect(many.bytes).toBeGreaterThan(15 * few.bytes);
    for (const [command, peak] of Object.entries(many.peaks)) {
      const before = few.peaks[command as keyof typeof few.peaks];
      expect(before, `${command} of few people`).toBeGreaterThan(0);
      expect(peak, `${command} of many people`).toBeLessThan(Math.min(200, before + 40));
    }
  }, 600_000);
});
