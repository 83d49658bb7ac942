import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPayload } from '../../../playground/slack/index.js';
import { goAway } from '../../../src/services/availability/away.js';
import { recordDeliveries } from '../../../src/services/delivery/enqueue.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { putRevealed } from '../../support/revealed.js';
import { lastRead, personOf, putAction, putConversation } from '../team/people.js';

/** As long as a form takes, full of what Slack escapes. */
const longText = '<a> & '.repeat(42).slice(0, 249);

let ladder: TestLadder;
let cycleId: string;
beforeEach(async () => {
  ladder = await startTestLadder();
  await arriveAt('2027-03-03T14:00:00Z');
  const { db } = ladder.ladder.context;
  cycleId = (await db.cycle.findFirstOrThrow({ where: { openedAt: { not: null } } })).id;
});
// Slack refuses what is too long or too large, and the harness throws if it refused anything.
afterEach(() => ladder.stop());

async function arriveAt(now: string) {
  ladder.clock.set(now);
  await ladder.sendDue();
}

async function away(firstName: string, through: string) {
  const { context, workspace } = ladder.ladder;
  const person = await personOf(ladder, firstName);
  await goAway(context, { workspaceId: workspace.id, personId: person.id, through });
}

/** Another person's act causes a message to a person. */
async function tell(
  firstName: string,
  messages: { kind: string; subjectId?: string; step: string; keyStep?: string }[],
) {
  const { context, workspace } = ladder.ladder;
  const { id: recipientId } = await personOf(ladder, firstName);
  const dueAt = ladder.clock.now();
  const common = { workspaceId: workspace.id, cycleId, recipientId, dueAt };
  await recordDeliveries(
    context.db,
    messages.map((message) => ({ ...common, ...message })),
  );
}

describe('Teo, who comes back to a brief, a conversation and due actions', () => {
  it('gets one message with all of it, and each of its buttons', async () => {
    const teo = ladder.as('Teo');
    ladder.clock.set('2027-03-08T09:00:00Z');
    await away('Teo', '2027-03-15');
    const conversationId = await putConversation(ladder, 'Teo');
    for (let number = 0; number < 12; number += 1) {
      const what = `${number} ${longText}`;
      await putAction(ladder, 'Teo', { what, dueOn: dueDay(number), conversationId });
    }
    const { id } = await personOf(ladder, 'Teo');
    await tell('Teo', [
      { kind: 'brief', subjectId: id, step: 'reveal', keyStep: `reveal:${id}` },
      { kind: 'conversation', subjectId: conversationId, step: 'recorded' },
    ]);
    const before = teo.messages().length;
    for (const day of ['09', '10', '11', '12', '15']) await arriveAt(`2027-03-${day}T09:00:00Z`);
    expect(teo.messages()).toHaveLength(before);
    await arriveAt('2027-03-16T04:00:00Z');
    await arriveAt('2027-03-16T05:00:00Z');
    expect(teo.messages()).toHaveLength(before + 1);
    const [message] = teo.messages().slice(-1);
    const blocks = JSON.stringify(message?.blocks);
    for (const actionId of ['brief.open', 'conversation.confirm', 'action.list']) {
      expect(blocks).toContain(actionId);
    }
    expect(lastRead(ladder, 'Teo')).toContain('recorded that you two talked on');
    expect(message?.text).toMatch(
      /about your brief.*recorded that you two talked.*12 things you agreed on/,
    );
    expect(checkPayload('message', { text: message?.text, blocks: message?.blocks })).toEqual([]);
  });
});

describe('Mika, who comes back to forty briefs', () => {
  it('finds them in her digest, or as many as one message holds where there is none', async () => {
    // Mika finds them in her digest where there is one.
    const { context, workspace } = ladder.ladder;
    const { db } = context;
    const mika = await personOf(ladder, 'Mika');
    const workspaceId = workspace.id;
    ladder.clock.set('2027-03-16T10:00:00Z');
    await away('Mika', '2027-03-16');
    const at = ladder.clock.now();
    const reports = await db.person.createManyAndReturn({
      data: Array.from({ length: 40 }, (_, number) => ({
        ...{ workspaceId, slackUserId: `U1${number}`, name: `Report ${number}` },
        ...{ roleKey: 'associate', managerId: mika.id },
      })),
    });
    for (const { id } of reports) {
      const pair = { personId: id, managerId: mika.id };
      await putRevealed(context, {
        workspaceId,
        cycleId,
        ...pair,
        roleKey: 'associate',
        at,
        answers: {},
      });
    }
    const about = reports.map(({ id }) => ({
      kind: 'brief',
      subjectId: id,
      step: 'reveal',
      keyStep: `reveal:${id}`,
    }));
    await tell('Mika', about);
    const before = ladder.as('Mika').messages().length;
    await arriveAt('2027-03-17T08:00:00Z');
    expect(ladder.as('Mika').messages()).toHaveLength(before + 1);
    expect(lastRead(ladder, 'Mika')).toMatch(/Both in[*\s]+Report 0/);
    const readings = await db.accessLogEntry.count({ where: { readerId: mika.id } });
    expect(readings).toBe(0);

    // Mika gets as many as one message holds where there is none.
    ladder.clock.set('2027-03-17T12:00:00Z');
    await away('Mika', '2027-03-17');
    await db.delivery.updateMany({
      where: { recipientId: mika.id, kind: 'brief' },
      data: { state: 'held', reason: null, dueAt: ladder.clock.now() },
    });
    const beforeSecond = ladder.as('Mika').messages().length;
    await arriveAt('2027-03-18T08:00:00Z');
    expect(ladder.as('Mika').messages()).toHaveLength(beforeSecond + 1);
    const text = lastRead(ladder, 'Mika');
    expect(text.match(/brief with <@U1\d+> for Q1 2027 is ready/g)?.length).toBeGreaterThan(5);
    expect(text).toMatch(/And \d+ more things: you find them on Home\./);
    expect(await db.accessLogEntry.count({ where: { readerId: mika.id } })).toBe(0);
  });
});

/** Over the four days on which Teo is away and asked about what is due. */
function dueDay(number: number): string {
  return `2027-03-${`${9 + (number % 4)}`.padStart(2, '0')}`;
}
