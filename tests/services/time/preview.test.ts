import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snoozeChoices } from '../../../src/domain/availability/snooze.js';
import { goAway } from '../../../src/services/availability/away.js';
import { remindLater } from '../../../src/services/availability/snooze.js';
import { anyReview, anyWeek, anyZone } from '../../domain/time/places.js';
import { openReminderWorld, type ReminderWorld } from '../reminder/world.js';
import { momentsOf, stories, teamWith, threePeople } from './world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const anyStory = fc.record({
  round: fc.record({ reviewOn: anyReview, workingDays: anyWeek }),
  zones: fc.array(anyZone, { minLength: 3, maxLength: 3 }),
  /** How many days after the beginning the rest is foretold. */
  lived: fc.integer({ min: 0, max: 30 }),
  quiets: fc.array(
    fc.record({
      snooze: fc.option(fc.constantFrom(...snoozeChoices), { nil: undefined }),
      awayDays: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    }),
    { minLength: 3, maxLength: 3 },
  ),
});

const dayMs = 24 * 60 * 60 * 1000;

describe('wherever people are, and whatever the week and the year,', () => {
  it('what is foretold is what happens at each working morning, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(anyStory, async ({ round, zones, lived, quiets }) => {
        const { team, start, end } = await teamWith(world, round);
        const people = await threePeople(team, zones);
        const from = new Date(start.getTime() + lived * dayMs);
        for (const at of momentsOf({ ...round, start, end: from }, zones)) await team.sendAt(at);
        world.clock.set(from);
        for (const [nth, person] of people.entries()) {
          const { snooze, awayDays } = quiets[nth] ?? {};
          const self = { workspaceId: team.workspaceId, personId: person.id };
          if (snooze) await remindLater(world.context, { ...self, choice: snooze });
          if (awayDays === undefined) continue;
          const through = new Date(from.getTime() + awayDays * dayMs).toISOString().slice(0, 10);
          await goAway(world.context, { ...self, through });
        }
        const foretold = await team.previewFrom(from.toISOString());
        // Where "in an hour" ends in mid-day, and instants that bring nothing by themselves.
        const others = foretold.flatMap(({ at }) => [at, new Date(at.getTime() - 1)]);
        const happened: string[] = [];
        for (const at of momentsOf({ ...round, start: from, end }, zones, others)) {
          const sent = await team.sendAt(at);
          happened.push(...sent.map(line));
        }
        expect(happened.sort()).toEqual(foretold.map(line).sort());
      }),
      { numRuns: stories },
    );
  }, 600_000);
});

function line(one: { at: Date; recipient: { name: string }; kind: string; step: string }) {
  return `${one.at.toISOString()} ${one.recipient.name} ${one.kind} ${one.step}`;
}
