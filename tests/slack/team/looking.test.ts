import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openView } from '../assessment/desk.js';
import { decided, openCheckIn, reads } from '../check-in/desk.js';
import { lastRead, putCheckIn, readTeam } from './people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder();
  await newYorkMorning(3);
});
afterEach(() => ladder.stop());

/** Goes to nine o'clock in New York on a day of March 2027 and sends what is due. */
async function newYorkMorning(day: number) {
  const hour = day < 14 ? 14 : 13;
  ladder.clock.set(new Date(Date.UTC(2027, 2, day, hour)));
  await ladder.sendDue();
}

async function homeOf(firstName: string, words: string): Promise<string> {
  await ladder.as(firstName).openHome();
  return ladder.slack.waitFor(() => {
    const shown = JSON.stringify(ladder.as(firstName).home() ?? {});
    return shown.includes(words) && shown;
  });
}

/** Sora opens her check-in, does something on its first page and leaves it. */
async function soraLooks(doing: () => Promise<unknown> = async () => {}) {
  const sora = ladder.as('Sora');
  await openCheckIn(ladder, sora);
  await doing();
  await sora.close({ all: true });
}

const teamOfNoor = () => readTeam(ladder, 'Noor');
const roundAsAdaSees = () => homeOf('Ada', 'This round');

describe('A check-in that was opened and left', () => {
  it('is not started for the manager, the admin, the reminder and the one who looked', async () => {
    await soraLooks();
    expect(await teamOfNoor()).toContain('Sora Senior · not started');
    expect(await roundAsAdaSees()).toContain('0 started');
    expect(await homeOf('Sora', 'Start my check-in')).not.toContain('is begun');
    await newYorkMorning(10);
    const reminder = lastRead(ladder, 'Sora');
    expect(reminder).toContain('is still to do');
    expect(reminder).not.toContain('your answers are there');
    expect(lastRead(ladder, 'Noor')).toContain('Sora Senior · not started');
  });

  it('is the same after a page was left as it was', async () => {
    await soraLooks(() => ladder.as('Sora').submit());
    expect(await teamOfNoor()).toContain('Sora Senior · not started');
    expect(await roundAsAdaSees()).toContain('0 started');
  });

  it('is nudged for as one that nobody has begun', async () => {
    await soraLooks();
    await newYorkMorning(10);
    const noor = ladder.as('Noor');
    const digest = noor.lastMessage();
    if (!digest) throw new Error('no digest');
    await noor.click(digest, 'Nudge Sora Senior');
    await ladder.slack.waitFor(() => lastRead(ladder, 'Sora').includes('asks for your'));
    expect(lastRead(ladder, 'Sora')).not.toContain('Your answers so far are there');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a rating', () => ladder.as('Sora').choose('modal', 'check_in.choose', 'Meeting')],
    [
      'no opportunity',
      () => ladder.as('Sora').choose('modal', 'check_in.choose', 'No opportunity yet'),
    ],
    ['a text', () => ladder.as('Sora').type('check_in.type', 'Closed the books in four days.')],
  ])('is begun with %s: "1 of 5", and the reminder offers to go on', async (_, answer) => {
    await soraLooks(answer);
    await decided(ladder, (rows) => rows.length === 1);
    expect(await teamOfNoor()).toContain('Sora Senior · 1 of 5');
    expect(await roundAsAdaSees()).toContain('1 started');
    await homeOf('Sora', 'Go on with my check-in');
    await newYorkMorning(10);
    expect(lastRead(ladder, 'Sora')).toContain('your answers are there');
    expect(lastRead(ladder, 'Noor')).toContain('Sora Senior · 1 of 5');
  });
});

describe("A manager's view that was opened and left", () => {
  beforeEach(() => putCheckIn(ladder, 'Sora', 'submitted'));

  it('is no draft, until something in it is answered', async () => {
    const noor = ladder.as('Noor');
    await openView(ladder, noor, 'Sora');
    await noor.close({ all: true });
    expect(await teamOfNoor()).toMatch(/Sora Senior · sent today/);
    await openView(ladder, noor, 'Sora');
    await noor.choose('modal', 'assessment.choose', 'Meeting');
    await noor.submit();
    await noor.close({ all: true });
    expect(await teamOfNoor()).toContain('Sora Senior · you have a draft');
  });

  it('does not keep the report from beginning again for a new role', async () => {
    const [noor, sora] = [ladder.as('Noor'), ladder.as('Sora')];
    await openView(ladder, noor, 'Sora');
    await noor.close({ all: true });
    const { db } = ladder.ladder.context;
    await db.person.updateMany({
      where: { slackUserId: sora.id },
      data: { roleKey: 'team-leader' },
    });
    await openCheckIn(ladder, sora);
    await sora.click('modal', 'Reopen and change');
    await ladder.slack.waitFor(() => reads(sora).includes('Begin again'));
    await sora.click('modal', 'Begin again');
    await ladder.slack.waitFor(() => reads(sora).includes('begins again'));
    await sora.close({ all: true });
    // The view goes along: it is about the new role as well.
    await putCheckIn(ladder, 'Sora', 'submitted');
    await openView(ladder, noor, 'Sora');
    const [view] = await db.assessment.findMany({ where: { subject: { slackUserId: sora.id } } });
    expect(view?.roleKey).toBe('team-leader');
  });
});
