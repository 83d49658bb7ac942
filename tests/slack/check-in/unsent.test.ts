import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listUnsent } from '../../../src/services/check-in/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { inModal, lastOf, untilModal } from '../conversation/desk.js';
import { personOf } from '../team/people.js';
import { goOn, openCheckIn, reads } from './desk.js';

let ladder: TestLadder;
/** Sora wrote two pages of her check-in for Q1, and did not send it; the review is over. */
beforeEach(async () => {
  ladder = await startTestLadder();
  ladder.clock.set('2027-03-03T14:00:00Z');
  await ladder.sendDue();
  const sora = ladder.as('Sora');
  await openCheckIn(ladder, sora);
  for (const page of [1, 2]) {
    await sora.choose('modal', 'check_in.choose', 'Meeting');
    await sora.type('check_in.type', `What I did on page ${page}`);
    await goOn(sora);
  }
  await sora.close({ all: true });
  ladder.clock.set('2027-04-16T14:00:00Z');
  await ladder.sendDue();
});
afterEach(() => ladder.stop());

async function expectBoth(name: string) {
  await untilModal(ladder, name, 'Your check-in for Q1 2027 was not sent.');
  expect(inModal(ladder, name)).toContain('What I did on page 1');
  expect(inModal(ladder, name)).toContain('What I did on page 2');
  expect(ladder.as(name).modal()?.submit).toBeUndefined();
}

describe('what was typed into a check-in that closed unsent', () => {
  it('is read from the message that the review has closed', async () => {
    await ladder.as('Sora').click(lastOf(ladder, 'Sora'), 'Read what I had typed');
    await expectBoth('Sora');
  });

  it('is read from /ladder check-in while none is open, and from /ladder me', async () => {
    const sora = ladder.as('Sora');
    await openCheckIn(ladder, sora);
    expect(reads(sora)).toContain('No check-in is open right now.');
    await sora.click('modal', 'What I did not send');
    await expectBoth('Sora');
    await sora.close({ all: true });
    const before = sora.messages().length;
    await sora.command('/ladder', 'me');
    const answer = await ladder.slack.waitFor(() => sora.messages()[before]);
    await sora.click(answer, 'What I did not send');
    await expectBoth('Sora');
  });

  it('is offered to nobody who has nothing of the kind', async () => {
    const teo = ladder.as('Teo');
    await openCheckIn(ladder, teo);
    expect(reads(teo)).toContain('No check-in is open right now.');
    expect(reads(teo)).not.toContain('What I did not send');
  });

  it('is nobody else’s to read', async () => {
    const { context, workspace } = ladder.ladder;
    const idOf = async (name: string) => (await personOf(ladder, name)).id;
    const unsent = async (name: string) =>
      listUnsent(context, { workspaceId: workspace.id, personId: await idOf(name) });
    expect(await unsent('Sora')).toMatchObject([{ cycleName: 'Q1 2027' }]);
    expect(await unsent('Noor')).toEqual([]);
  });
});
