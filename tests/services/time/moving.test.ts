import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newestStep } from '../../../src/domain/reminder/steps.js';
import { localDay } from '../../../src/domain/time/time-zone.js';
import { isInWindow } from '../../../src/domain/time/working-hours.js';
import { roundFor } from '../../domain/time/places.js';
import { openReminderWorld, type ReminderWorld } from '../reminder/world.js';
import { anyStory, type Lived, live, type MessageContent, type Story } from './moving-world.js';
import { stories } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** All tests check the same stories, which are run once. */
const runs = { numRuns: stories, seed: Math.trunc(Math.random() * 2 ** 31) };
const livedBefore = new Map<string, Lived>();

async function always(claim: (lived: Lived, story: Story) => void) {
  await fc.assert(
    fc.asyncProperty(anyStory, async (story) => {
      const key = fc.stringify(story);
      const lived = livedBefore.get(key) ?? (await live(world, story));
      livedBefore.set(key, lived);
      claim(lived, story);
    }),
    runs,
  );
}

const isFollowUp = ({ step }: MessageContent) => step.startsWith('week-');
const aboutTeam = ['digest', 'all_set'];

describe('three people who move, snooze and are away, while Slack is busy now and then,', () => {
  it('are written to in working hours of where they are', async () => {
    await always(({ told }, { round }) => {
      for (const { at, timeZone } of told) {
        expect(isInWindow(at, timeZone, round)).toBe(true);
      }
    });
  }, 600_000);

  it('are told each thing once', async () => {
    await always(({ told }) => {
      const reasons = told.map(({ name, kind, step }) => `${name} ${kind} ${step}`);
      expect(new Set(reasons).size).toBe(reasons.length);
    });
  }, 600_000);

  it('are told nothing before its day there, nor on the review date what belongs before it', async () => {
    await always(({ told }, { round }) => {
      const { steps, reviewOn } = roundFor(round.reviewOn, round.workingDays);
      for (const one of told) {
        const step = steps.find(({ name }) => name === one.step);
        expect(step && step.sendsOn <= one.today).toBe(true);
        expect(one.today < reviewOn).toBe(!isFollowUp(one));
      }
    });
  }, 600_000);

  it('are reminded on a later day than they were invited, by the calendar there', async () => {
    await always(({ told }) => {
      for (const { name, kind, timeZone, today } of told) {
        const invited = told.find((one) => one.name === name && one.kind === 'invitation');
        if (kind !== 'reminder') continue;
        expect(invited && localDay(invited.at, timeZone) < today).toBe(true);
      }
    });
  }, 600_000);

  it('read of days that count from their own', async () => {
    await always(({ counted }) => {
      for (const { today, from } of counted) expect(from).toBe(today);
    });
  }, 600_000);

  it('miss no step on whose working days they could be reached', async () => {
    await always(({ reached }, { round }) => {
      const { steps, opensOn, reviewOn } = roundFor(round.reviewOn, round.workingDays);
      for (const { name, timeZone, today, told } of reached) {
        if (today < opensOn || today >= reviewOn) continue;
        const has = (kinds: string[], from: number) =>
          steps
            .slice(from)
            .some((step) => told.some((one) => kinds.includes(one.kind) && one.step === step.name));
        const digest = newestStep(steps, 'digest', today);
        if (digest && name !== 'Teo') expect(has(aboutTeam, steps.indexOf(digest))).toBe(true);
        if (name === 'Ada' || !newestStep(steps, 'invitation', today)) continue;
        const invited = told.find(({ kind }) => kind === 'invitation');
        expect(invited).toBeDefined();
        const reminder = newestStep(steps, 'reminder', today);
        if (!invited || !reminder || localDay(invited.at, timeZone) >= reminder.sendsOn) continue;
        expect(has(['reminder'], steps.indexOf(reminder))).toBe(true);
      }
    });
  }, 600_000);
});
