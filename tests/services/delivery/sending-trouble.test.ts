import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendDue } from '../../../src/services/delivery/sending.js';
import { recordingLog } from '../../support/recording-log.js';
import { counting, openReminderWorld } from '../reminder/world.js';

let world: Awaited<ReturnType<typeof openReminderWorld>>;
beforeAll(async () => {
  world = await openReminderWorld();
});
afterAll(() => world.close());

/** So many people are invited; the log of sending to them. */
async function invited(people: number) {
  const team = await world.team();
  await team.addMany(people);
  const { answer } = team.letterbox;
  team.letterbox.answer = () => ({ state: 'retry', afterMs: 0 });
  await team.sendAt('2027-03-03T10:00:00Z');
  team.letterbox.answer = answer;
  const { log, lines } = recordingLog();
  const { context, statements } = counting({ ...world.context, log });
  world.clock.set('2027-03-03T12:00:00Z');
  const send = () => sendDue(context, team.letterbox, { workspaceId: team.workspaceId });
  const said = (sentence: string) => lines.filter((line) => line.sentence.includes(sentence));
  return { team, send, said, lines, statements };
}

/** While it works, no delivery can become what `when` says. */
async function whileFailing(when: string, sqlState: string, work: () => Promise<unknown>) {
  const { db } = world.context;
  await db.$executeRawUnsafe(`
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'a text of somebody' USING ERRCODE = '${sqlState}'; END $$`);
  await db.$executeRawUnsafe(`
    CREATE TRIGGER failing BEFORE UPDATE ON delivery
    FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION fail()`);
  try {
    await work();
  } finally {
    await db.$executeRaw`DROP TRIGGER failing ON delivery`;
    await db.$executeRaw`DROP FUNCTION fail()`;
  }
}

describe('where what decides about one of many people can not be read', () => {
  it('the log says so, they are found in halves, and the others get theirs', async () => {
    const { team, send, said, lines, statements } = await invited(32);
    await world.context.db.$executeRaw`
      UPDATE person SET away_through = '294276-01-01'
      WHERE workspace_id = ${team.workspaceId}::uuid AND slack_user_id = 'U7'`;
    const before = statements();
    await send();
    expect(team.letterbox.received).toHaveLength(31);
    expect(said('they are looked up in halves')).toHaveLength(5);
    expect(said('a message could not be made; it is put off')).toHaveLength(1);
    // Halving asks for eleven groups in all; one by one would be 33.
    expect(statements() - before).toBeLessThan(32 * 12);
    expect(JSON.stringify(lines)).not.toContain('294276');
  });

  it('and nothing is said where all of them can', async () => {
    const { team, send, lines } = await invited(32);
    await send();
    expect(team.letterbox.received).toHaveLength(32);
    expect(new Set(lines.map(({ sentence }) => sentence))).toEqual(
      new Set(['a message was handed to Slack']),
    );
  });
});

describe('where what became of a message can not be recorded', () => {
  const sent = "NEW.state = 'sent'";

  it('the log says just that, and nothing is sent again blindly', async () => {
    const { team, send, said, lines } = await invited(1);
    await whileFailing(sent, 'P0001', send);
    expect(team.letterbox.received).toHaveLength(1);
    expect(said('could not be recorded; it counts as perhaps sent')).toHaveLength(1);
    expect(said('could not be made')).toEqual([]);
    expect(said('it is tried again')).toEqual([]);
    expect(JSON.stringify(lines)).not.toContain('somebody');
    await send();
    expect(team.letterbox.received).toHaveLength(1);
    expect(await team.recorded()).toEqual(['invitation opens unknown sending']);
  });

  it('it is recorded a moment later if others were in the way', async () => {
    const { team, send, said } = await invited(1);
    const ended = whileFailing(sent, '40001', async () => {
      await expect.poll(() => said('it is tried again').length).toBeGreaterThan(0);
    });
    await Promise.all([send(), ended]);
    expect(await team.recorded()).toEqual(['invitation opens sent']);
    expect(team.letterbox.received).toHaveLength(1);
  });
});
