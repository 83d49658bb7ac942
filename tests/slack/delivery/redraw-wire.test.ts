import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { visibleText } from '../../../playground/slack/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { personOf } from '../team/people.js';
import { send } from './acts.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ ownLocales: true });
  ladder.clock.set('2027-03-03T14:00:00Z');
  await ladder.sendDue();
});
afterEach(() => ladder.stop());

/** The first post that Sora or Rosa got: the invitation. */
function invitation(name: string): string {
  const [first] = ladder.as(name).messages();
  return first ? visibleText(first) : '';
}
const edits = () => ladder.slack.calls.filter(({ method }) => method === 'chat.update');

async function sendAndRedraw(name: string) {
  await send(ladder, name);
  await ladder.sendDue();
}

/** What is kept of somebody's invitation. */
async function row(name: string) {
  const { id: recipientId } = await personOf(ladder, name);
  return ladder.ladder.context.db.delivery.findFirstOrThrow({
    where: { recipientId, kind: 'invitation' },
  });
}

describe('a post that is edited', () => {
  it('has its dates as its reader writes them', async () => {
    expect(invitation('Sora')).toContain('Wednesday, March 17');
    expect(invitation('Rosa')).toContain('Wednesday 17 March');
    await sendAndRedraw('Sora');
    await sendAndRedraw('Rosa');
    expect(invitation('Sora')).toContain('You sent your Q1 2027 check-in on Wednesday, March 3');
    expect(invitation('Rosa')).toContain('You sent your Q1 2027 check-in on Wednesday 3 March');
  });
});

describe('an edit that Slack refuses for good', () => {
  it.each(['message_not_found', 'cant_update_message', 'is_inactive'])(
    'with %s is recorded and never tried again, and no error is logged',
    async (code) => {
      ladder.slack.faults.fail('chat.update', code);
      await sendAndRedraw('Sora');
      expect((await row('Sora')).redrawRefused).toBe(code);
      expect(edits()).toHaveLength(1);
      ladder.clock.advance({ minutes: 90 });
      await ladder.sendDue();
      expect(edits()).toHaveLength(1);
      expect(invitation('Sora')).toContain('Start');
      expect(ladder.logged.filter(({ level }) => level === 'error')).toEqual([]);
    },
  );
});

describe('an edit for which Slack asks to wait', () => {
  it('is tried again, and the others wait with it', async () => {
    ladder.slack.faults.rateLimit('chat.update', { retryAfterSeconds: 1 });
    await send(ladder, 'Rosa');
    await sendAndRedraw('Sora');
    expect(edits()).toHaveLength(1);
    expect(await row('Sora')).toMatchObject({ redrawRefused: null });
    // The wait is over: it is kept in real time.
    await ladder.ladder.context.db.workspaceScheduler.deleteMany();
    ladder.clock.advance({ minutes: 2 });
    await ladder.sendDue();
    expect(invitation('Sora')).toContain('You sent your');
    expect(invitation('Rosa')).toContain('You sent your');
  });
});
