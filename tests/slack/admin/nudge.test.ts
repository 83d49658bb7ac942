import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { visibleText } from '../../../playground/slack/index.js';
import { nudgeReport } from '../../../src/services/reminder/nudges.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { untilModal } from '../conversation/desk.js';
import { personOf } from '../team/people.js';

let ladder: TestLadder;
/** Eleven in Stockholm, where Mika's team is at work. */
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T10:00:00Z' });
  await openQuarter(ladder);
  await ladder.sendDue();
});
afterEach(() => ladder.stop());

const db = () => ladder.ladder.context.db;
const ada = () => ladder.as('Ada');
const asks = 'asks for your Q1 2027 check-in';
/** The nudges that somebody has in their messages. */
const nudgesOf = (name: string) =>
  ladder
    .as(name)
    .messages()
    .map((message) => visibleText(message))
    .filter((text) => text.includes(asks));
const audited = () =>
  db().auditLogEntry.findMany({ where: { action: 'nudged' }, include: { person: true } });

async function openForm(): Promise<void> {
  await ada().command('/ladder', 'admin');
  await untilModal(ladder, 'Ada', 'This round');
  await ada().click('modal', 'Who is not through');
  await untilModal(ladder, 'Ada', 'Not through with');
  await ada().click('modal', 'Ask for check-ins');
  await untilModal(ladder, 'Ada', 'Everybody who has not sent theirs');
}

async function send(words: string): Promise<string> {
  await ada().submit();
  await untilModal(ladder, 'Ada', words);
  return reads(ada());
}

async function ask(name: string): Promise<void> {
  await openForm();
  await ada().choose('modal', 'admin.nudge_people', [ladder.as(name).id]);
  await send('would be asked');
  await send('is asked');
}

describe('an admin asks for check-ins', () => {
  it('of one person, who is told that those who run the reviews ask', async () => {
    await openForm();
    await ada().choose('modal', 'admin.nudge_people', ['U0TEO']);
    expect(await send('would be asked')).toMatch(/1 person would be asked\..*\nTeo /s);
    expect(await audited()).toEqual([]);
    expect(await send('is asked')).toMatch(/1 person is asked\..*\nTeo /s);
    await ladder.sendDue();
    expect(nudgesOf('Teo')).toEqual([
      expect.stringContaining('Whoever runs the reviews here asks'),
    ]);
    expect(nudgesOf('Rosa')).toEqual([]);
    const { id } = await personOf(ladder, 'Ada');
    expect(await audited()).toMatchObject([
      { actorId: id, after: 'Q1 2027', person: { slackUserId: 'U0TEO' } },
    ]);
  });

  it('of everybody who has not sent theirs, after they have seen how many', async () => {
    await openForm();
    const shown = await send('would be asked');
    const count = Number(/(\d+) people would be asked/.exec(shown)?.[1]);
    expect(count).toBeGreaterThan(2);
    await send('people are asked');
    expect(await audited()).toHaveLength(count);
    const waiting = await db().delivery.findMany({ where: { kind: 'nudge' } });
    expect(waiting).toHaveLength(count);
  });

  it('of nobody who gets the invitation only later, unless they name them', async () => {
    const { id } = await personOf(ladder, 'Teo');
    await db().delivery.deleteMany({ where: { recipientId: id } });
    await openForm();
    expect(await send('would be asked')).not.toContain('Teo ');
    await ada().choose('modal', 'admin.nudge_people', ['U0TEO']);
    expect(await send('1 person would be asked')).toContain('Teo ');
  });

  it('at most once a day of anybody, whether their manager has asked or an admin', async () => {
    const { context, messenger, workspace } = ladder.ladder;
    const [mika, teo] = [await personOf(ladder, 'Mika'), await personOf(ladder, 'Teo')];
    const nudged = { workspaceId: workspace.id, managerId: mika.id, reportId: teo.id };
    await nudgeReport(context, messenger, nudged);
    await openForm();
    await ada().choose('modal', 'admin.nudge_people', ['U0TEO', 'U0ROSA']);
    const shown = await send('would be asked');
    expect(shown).toMatch(/1 person would be asked\..*\nRosa /s);
    expect(shown).toContain('1 not again: asked today, or about to be.');
    await send('is asked');
    const again = await nudgeReport(context, messenger, {
      ...nudged,
      reportId: (await personOf(ladder, 'Rosa')).id,
    });
    expect(again.state).toBe('already');
    await ladder.sendDue();
    expect([nudgesOf('Teo').length, nudgesOf('Rosa').length]).toEqual([1, 1]);
  });

  it('of nobody whose check-in is in', async () => {
    const { id: personId } = await personOf(ladder, 'Teo');
    const cycle = await db().cycle.findFirstOrThrow({ where: { name: 'Q1 2027' } });
    const pin = { frameworkVersionId: cycle.frameworkVersionId ?? '', roleKey: 'associate' };
    const about = { workspaceId: cycle.workspaceId, cycleId: cycle.id, personId };
    const at = ladder.clock.now();
    await db().checkIn.create({
      data: { ...about, ...pin, needs: 'Time', startedAt: at, state: 'submitted' },
    });
    await openForm();
    await ada().choose('modal', 'admin.nudge_people', ['U0TEO']);
    const shown = await send('0 people would be asked');
    expect(shown).toContain('1 not: no check-in is asked of them now, or it is in.');
    expect(ada().modal()?.submit).toBe('Show whom it asks');
  });

  it('of somebody who is away when they are back', async () => {
    const { id } = await personOf(ladder, 'Teo');
    const awayThrough = new Date('2027-03-08');
    await db().person.update({ where: { id }, data: { awayThrough } });
    await openForm();
    await ada().choose('modal', 'admin.nudge_people', ['U0TEO']);
    expect(await send('would be asked')).toContain('1 of them later');
    await send('is asked');
    await ladder.sendDue();
    expect(nudgesOf('Teo')).toEqual([]);
    ladder.clock.set('2027-03-09T09:00:00Z');
    await ladder.sendDue();
    expect(nudgesOf('Teo')).toHaveLength(1);
  });

  it('and one who is no admin any more asks nobody', async () => {
    await openForm();
    await ada().choose('modal', 'admin.nudge_people', ['U0TEO']);
    await send('would be asked');
    const { id } = await personOf(ladder, 'Ada');
    await db().person.update({ where: { id }, data: { isAdmin: false } });
    await send('Only admins can do that');
    expect(await db().delivery.count({ where: { kind: 'nudge' } })).toBe(0);
    await db().person.update({ where: { id }, data: { isAdmin: true } });
    await ask('Teo');
    expect(await db().delivery.count({ where: { kind: 'nudge' } })).toBe(1);
  });
});
