import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder, testSigningSecret } from '../../support/ladder.js';
import { withoutAckLimit } from '../../support/late-acks.js';
import { signedCommand } from '../../support/signed-request.js';
import { decided, type goOn, openCheckIn, openQuarter } from '../check-in/desk.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
});
afterAll(() => ladder.stop());

const hurried = 120;

/**
 * Commands of one person within a second, who may wait; what was answered to each. They come from the
 * same process as Ladder, so more of them would measure the sender.
 */
function hurry(userId: string, text: string): Promise<string[]> {
  const fields = { user_id: userId, text };
  const url = `http://127.0.0.1:${ladder.ladder.port}/slack/events`;
  return Promise.all(
    Array.from({ length: hurried }, async (_, nth) => {
      await setTimeout(Math.floor(nth / 25) * 50);
      const command = signedCommand(testSigningSecret, {
        ...fields,
        ...ladder.slack.waysToAnswer(userId),
      });
      const response = await withoutAckLimit(() => fetch(url, command));
      return `${response.status} ${await response.text()}`;
    }),
  );
}

describe('while somebody sends 120 commands within a second', () => {
  let answers: string[];
  let saved: Awaited<ReturnType<typeof goOn>>[] = [];
  beforeAll(async () => {
    const others = ['Rosa', 'Sora', 'Wren'].map((name) => ladder.as(name));
    for (const other of others) await openCheckIn(ladder, other);
    const answering = hurry('U0TEO', 'me');
    saved = await Promise.all(
      others.map(async (other) => {
        await other.type('check_in.type', `What ${other.id} did.`);
        await other.choose('modal', 'check_in.choose', 'Meeting');
        return other.submit();
      }),
    );
    answers = await answering;
  });

  it('what all others save goes through, at the first try', async () => {
    expect(saved.map(({ ok, errors }) => ({ ok, errors }))).toEqual(
      saved.map(() => ({ ok: true, errors: undefined })),
    );
    await decided(
      ladder,
      (rows) => rows.filter(({ text }) => text.startsWith('What U0')).length === 3,
    );
  });

  it('each gets an answer: what was asked for, or a polite word', () => {
    expect(answers.every((answer) => answer.startsWith('200 '))).toBe(true);
    const polite = answers.filter((answer) => answer.includes("You're faster than me"));
    expect(polite.length).toBeGreaterThan(0);
    expect(polite.length).toBeLessThan(hurried);
    expect(polite[0]).toContain('"response_type":"ephemeral"');
  });

  it('nothing of it is taken for a failure', () => {
    expect(ladder.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('the same person is served again right afterwards', async () => {
    await ladder.ladder.idle();
    const { message } = await ladder.as('Teo').command('/ladder', 'senior');
    expect(message?.text).toContain('Senior Business Operations Manager');
  });
});

describe('somebody who types as fast as nobody can', () => {
  it('loses nothing of it', async () => {
    const mika = ladder.as('Mika');
    await openCheckIn(ladder, mika);
    const words = Array.from({ length: 60 }, (_, i) => `word${i}`);
    const typing = words.map((_, i) => mika.type('check_in.type', words.slice(0, i + 1).join(' ')));
    const choosing = mika.choose('modal', 'check_in.choose', 'Meeting');
    await Promise.all([...typing, choosing]);
    await mika.close({ all: true });
    await decided(ladder, (rows) =>
      rows.some(({ text, ratingKey }) => text === words.join(' ') && ratingKey !== null),
    );
  });
});
