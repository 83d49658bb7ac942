import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { lastRead, putCheckIn } from '../team/people.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder();
});
afterAll(() => ladder.stop());

/** Goes to nine o'clock in New York on a day of March 2027 and sends what is due. */
async function newYorkMorning(day: number) {
  const hour = day < 14 ? 14 : 13;
  ladder.clock.set(new Date(Date.UTC(2027, 2, day, hour)));
  await ladder.sendDue();
}

describe('a quarter as Sora in New York reads it', () => {
  it('invites, offers to go on, gets shorter as the day comes nearer, and falls silent once it is sent', async () => {
    // It begins with an invitation: what, how long, by when, who sees it.
    await newYorkMorning(3);
    expect(ladder.as('Sora').lastMessage()?.text).toBe(
      'Your Q1 2027 check-in is open: about two minutes a competency, by Wednesday 17 March.',
    );
    expect(lastRead(ladder, 'Sora')).toContain('Only you see it until you send it');
    expect(lastRead(ladder, 'Sora')).toContain('<@U0NOOR>');

    // It leads from the invitation straight to the check-in.
    const sora = ladder.as('Sora');
    const invitation = sora.lastMessage();
    if (!invitation) throw new Error('no invitation');
    await sora.click(invitation, 'Start');
    await ladder.slack.waitFor(() => sora.modal()?.title?.startsWith('Check-in · 1'));
    await sora.close();

    // It offers to go on once something is answered.
    await putCheckIn(ladder, 'Sora', 'draft');
    await newYorkMorning(10);
    expect(ladder.as('Sora').lastMessage()?.text).toBe(
      'Your Q1 2027 check-in is begun but not sent yet: it is due on Wednesday 17 March.',
    );
    expect(lastRead(ladder, 'Sora')).toContain('Go on with my check-in');

    // It gets shorter in words as the day comes nearer.
    await newYorkMorning(15);
    expect(ladder.as('Sora').lastMessage()?.text).toContain('is due on Wednesday 17 March');
    await newYorkMorning(17);
    expect(ladder.as('Sora').lastMessage()?.text).toContain('it is due on Wednesday 17 March');

    // It falls silent once it is sent.
    const before = ladder.as('Sora').messages().length;
    await putCheckIn(ladder, 'Sora', 'submitted');
    for (const day of [18, 19, 22, 23, 24]) await newYorkMorning(day);
    expect(ladder.as('Sora').messages()).toHaveLength(before);

    // Somebody without a role is not asked for a check-in.
    // Kit has no role yet, and is asked for it once.
    const toKit = ladder.as('Kit').messages();
    expect(toKit.map(({ text }) => text)).toEqual([
      'Q1 2027 check-ins are open, and you have no role on the ladder yet.',
    ]);
  });
});
