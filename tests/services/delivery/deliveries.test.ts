import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimDeliveries } from '../../../src/services/delivery/claims.js';
import { beginSending, recordOutcome } from '../../../src/services/delivery/outcomes.js';
import { slowDown, takePlanningLease } from '../../../src/services/delivery/rate-limit.js';
import { sendDue } from '../../../src/services/delivery/sending.js';
import { planAndRecord } from '../../../src/services/reminder/planning.js';
import { sendReminders } from '../../../src/services/reminder/reminders.js';
import { Letterbox, openReminderWorld, type ReminderWorld, type Team } from '../reminder/world.js';

let world: ReminderWorld;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

const opening = '2027-03-03T10:00:00Z';

/** People who are due an invitation, recorded and not sent. */
async function recordInvitations(team: Team, people: number) {
  await team.addMany(people);
  // Opens the cycle before anybody's working hours.
  await team.sendAt('2027-03-03T00:00:00Z');
  world.clock.set(opening);
  const { workspaceId } = team;
  await planAndRecord(world.context, { workspaceId });
  return { workspaceId, at: world.clock.now() };
}

describe('a message', () => {
  it('is sent once, however many processes send at the same time', async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 60);
    const letterboxes = [new Letterbox(), new Letterbox(), new Letterbox()];
    await Promise.all(
      letterboxes.map((letterbox) => sendReminders(world.context, letterbox, input.workspaceId)),
    );
    const received = letterboxes.flatMap((letterbox) => letterbox.received);
    expect(received).toHaveLength(60);
    expect(new Set(received).size).toBe(60);
  });

  it('that was dropped because somebody had left is due anew once it is decided again', async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 2);
    const dropped = (reason: string, slackUserId: string) =>
      world.context.db.delivery.updateMany({
        where: { workspaceId: team.workspaceId, recipient: { slackUserId } },
        data: { state: 'obsolete', reason },
      });
    await dropped('left', 'U0');
    await dropped('submitted', 'U1');
    const later = new Date('2027-03-03T11:00:00Z');
    world.clock.set(later);
    expect(await planAndRecord(world.context, input)).toBe(1);
    const rows = await world.context.db.delivery.findMany({
      where: { workspaceId: team.workspaceId },
      orderBy: { recipient: { slackUserId: 'asc' } },
    });
    expect(rows).toMatchObject([
      { state: 'due', reason: null, dueAt: later },
      { state: 'obsolete', reason: 'submitted', dueAt: new Date(opening) },
    ]);
  });

  it('is claimed by one process only', async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 20);
    const claims = await Promise.all(
      [8, 8, 8].map((limit) => claimDeliveries(world.context.db, { ...input, limit })),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('whose process died before sending it is taken up again', async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 1);
    const { db } = world.context;
    await claimDeliveries(db, { ...input, limit: 1 });
    await team.sendAt(opening);
    expect(team.letterbox.received).toEqual([]);
    await db.$executeRaw`UPDATE delivery SET claimed_at = now() - interval '6 minutes'`;
    await team.sendAt(opening);
    expect(team.letterbox.received).toEqual(['invitation to U0']);
  });

  it('whose process died while sending it is never sent again', async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 1);
    const { db } = world.context;
    const [claim] = await claimDeliveries(db, { ...input, limit: 1 });
    if (!claim) throw new Error('nothing was claimed');
    await beginSending(db, [claim], input.at);
    await db.$executeRaw`UPDATE delivery SET claimed_at = now() - interval '6 minutes'`;
    await team.sendAt(opening);
    expect(team.letterbox.received).toEqual([]);
    expect(await team.recorded()).toEqual(['invitation opens unknown sending']);
  });

  it("can't leave with a claim that somebody else has taken over", async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 1);
    const { db } = world.context;
    const [slow] = await claimDeliveries(db, { ...input, limit: 1 });
    await db.$executeRaw`UPDATE delivery SET claimed_at = now() - interval '6 minutes'`;
    const [quick] = await claimDeliveries(db, { ...input, limit: 1 });
    if (!slow || !quick) throw new Error('nothing was claimed');
    expect(await beginSending(db, [slow], input.at)).toEqual([]);
    expect(await beginSending(db, [quick], input.at)).toEqual([quick]);
  });

  it('keeps where it was posted', async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 1);
    const { db } = world.context;
    const [claim] = await claimDeliveries(db, { ...input, limit: 1 });
    if (!claim) throw new Error('nothing was claimed');
    await beginSending(db, [claim], input.at);
    await recordOutcome(db, [claim], { state: 'sent', channelId: 'D7', ts: '17.5' }, input.at);
    expect(await db.delivery.findUnique({ where: { id: claim.id } })).toMatchObject({
      state: 'sent',
      slackChannelId: 'D7',
      slackTs: '17.5',
      sentAt: input.at,
      attempts: 1,
    });
  });
});

describe('when Slack', () => {
  it('asks to wait, the message goes out after that, once', async () => {
    const team = await world.team();
    await recordInvitations(team, 1);
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 90_000 });
    await team.sendAt('2027-03-03T10:00:00Z');
    team.letterbox.answer = () => ({ state: 'sent', channelId: 'D1', ts: '1.0' });
    await team.sendAt('2027-03-03T10:01:00Z');
    expect(team.letterbox.received).toEqual([]);
    await team.sendAt('2027-03-03T10:02:00Z');
    await team.sendAt('2027-03-03T10:03:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0']);
  });

  it('asks to wait until after hours, the message waits for the next morning', async () => {
    const team = await world.team();
    await recordInvitations(team, 1);
    team.letterbox.answer = () => ({ state: 'retry', afterMs: 10 * 60_000 });
    await team.sendAt('2027-03-03T16:55:00Z');
    team.letterbox.answer = () => ({ state: 'sent', channelId: 'D1', ts: '1.0' });
    await team.sendAt('2027-03-03T17:05:00Z');
    expect(team.letterbox.received).toEqual([]);
    await team.sendAt('2027-03-04T09:00:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0']);
  });

  it('refuses for good, it is not asked again', async () => {
    const team = await world.team();
    await recordInvitations(team, 1);
    team.letterbox.answer = () => ({ state: 'failed', reason: 'user_disabled' });
    await team.sendAt(opening);
    await team.sendAt('2027-03-03T10:05:00Z');
    expect(await team.recorded()).toEqual(['invitation opens failed user_disabled']);
  });

  it("doesn't say whether it took the message, nothing is sent blindly again", async () => {
    const team = await world.team();
    await recordInvitations(team, 1);
    team.letterbox.answer = () => ({ state: 'unknown', reason: 'TimeoutError' });
    await team.sendAt(opening);
    await team.sendAt('2027-03-03T10:05:00Z');
    expect(team.letterbox.received).toEqual(['invitation to U0']);
    expect(await team.recorded()).toEqual(['invitation opens unknown TimeoutError']);
  });

  it('answers now this and now that, everybody gets their message at most once', async () => {
    const answers = fc.array(
      fc.constantFrom('sent' as const, 'retry' as const, 'unknown' as const, 'failed' as const),
      { minLength: 5, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(answers, async (outcomes) => {
        const team = await world.team();
        await recordInvitations(team, 4);
        const rest = outcomes.values();
        team.letterbox.answer = () => {
          const state = rest.next().value ?? 'sent';
          if (state === 'sent') return { state, channelId: 'D1', ts: '1.0' };
          if (state === 'retry') return { state, afterMs: 1000 };
          return { state, reason: 'because' };
        };
        for (let minute = 0; minute < 9; minute += 1) {
          await team.sendAt(new Date(Date.parse(opening) + minute * 60_000));
        }
        const { received } = team.letterbox;
        expect(new Set(received).size).toBe(received.length);
        expect(await team.recorded()).not.toContainEqual(expect.stringMatching(/due|claimed/));
      }),
      { numRuns: 6 },
    );
  });
});

describe('a message of a kind that only a newer Ladder knows', () => {
  it('is left for the newer one, while both run', async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 1);
    await world.context.db.delivery.updateMany({
      where: { workspaceId: team.workspaceId },
      data: { kind: 'anniversary' },
    });
    await sendDue(world.context, team.letterbox, input);
    expect(team.letterbox.received).toEqual([]);
    expect(await team.recorded()).toEqual(['anniversary opens due']);
  });
});

describe("a message that can't be made", () => {
  /** No message can be made from a row that can't be read: such a date exists in Postgres alone. */
  async function makeUnreadable(team: Team, slackUserId: string) {
    await world.context.db.$executeRaw`
      UPDATE person SET away_through = '294276-01-01'
      WHERE workspace_id = ${team.workspaceId}::uuid AND slack_user_id = ${slackUserId}`;
  }

  it("is put off, and isn't in the others' way", async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 20);
    await makeUnreadable(team, 'U7');
    await sendDue(world.context, team.letterbox, input);
    expect(team.letterbox.received).toHaveLength(19);
    const rest = await world.context.db.delivery.findMany({
      where: { workspaceId: team.workspaceId, state: 'due' },
    });
    expect(rest).toMatchObject([{ buildFailures: 1, dueAt: new Date('2027-03-03T10:01:00Z') }]);
  });

  it("is put off where it can't be built, and the person's others go out", async () => {
    const team = await world.team();
    const mika = await team.add('Mika');
    await team.add('Teo', { manager: mika });
    await team.sendAt(opening);
    team.letterbox.check = ({ kind }) => {
      if (kind === 'reminder') throw new Error('This one is beyond it');
    };
    await team.sendAt('2027-03-10T10:00:00Z');
    expect(team.letterbox.told.slice(2)).toEqual(['digest to U0MIKA']);
    const rest = await world.context.db.delivery.findMany({
      where: { workspaceId: team.workspaceId, state: 'due' },
    });
    expect(rest).toMatchObject([
      { kind: 'reminder', buildFailures: 1 },
      { kind: 'reminder', buildFailures: 1 },
    ]);
  });

  it('is parked after some hours', async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 1);
    await makeUnreadable(team, 'U0');
    for (let hour = 0; hour < 7; hour += 1) {
      world.clock.set(new Date(Date.parse(opening) + hour * 3_600_000));
      await sendDue(world.context, team.letterbox, input);
    }
    expect(await team.recorded()).toEqual(['invitation opens due']);
    world.clock.set('2027-03-03T17:00:00Z');
    await sendDue(world.context, team.letterbox, input);
    expect(await team.recorded()).toEqual(['invitation opens failed keeps_failing']);
  });

  it('is parked when it has been in hand while several processes died', async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 1);
    const { db } = world.context;
    for (let death = 0; death < 8; death += 1) {
      await claimDeliveries(db, { ...input, limit: 1 });
      await db.$executeRaw`UPDATE delivery SET claimed_at = now() - interval '6 minutes'`;
    }
    await team.sendAt(opening);
    expect(await team.recorded()).toEqual(['invitation opens failed keeps_failing']);
  });
});

describe('when Slack asks the workspace to wait', () => {
  it('nothing more is posted by this run, and all of it goes out once the wait is over', async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 60);
    const send = () => sendDue(world.context, team.letterbox, input);
    let asked = 0;
    const { answer } = team.letterbox;
    team.letterbox.answer = () => {
      asked += 1;
      return { state: 'limited', afterMs: 1_500 };
    };
    expect(await send()).toEqual({ waitMs: 1_500 });
    // Those that were on their way already.
    expect(asked).toBeLessThanOrEqual(16);
    expect(new Set(await team.recorded())).toEqual(new Set(['invitation opens due']));
    team.letterbox.answer = answer;
    await world.context.db.delivery.updateMany({ data: { dueAt: input.at } });
    await send();
    expect(team.letterbox.received).toHaveLength(60);
  });

  it('what a person asked for waits with the rest instead of making them wait', async () => {
    const team = await world.team();
    const input = await recordInvitations(team, 1);
    const { db } = world.context;
    await takePlanningLease(db, team.workspaceId);
    await slowDown(db, { workspaceId: team.workspaceId, afterMs: 20_000 });
    const { id: only } = await db.delivery.findFirstOrThrow({
      where: { workspaceId: team.workspaceId },
    });
    const end = await sendDue(world.context, team.letterbox, { ...input, only });
    expect(end.waitMs).toBeGreaterThan(0);
    expect(team.letterbox.received).toEqual([]);
    expect(await team.recorded()).toEqual(['invitation opens due']);
  });
});
