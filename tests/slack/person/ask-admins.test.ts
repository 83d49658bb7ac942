import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { lastRead } from '../team/people.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
  await openQuarter(ladder);
  await ladder.ladder.context.db.workspace.updateMany({ data: { rolesSetBy: 'admins' } });
});
afterAll(() => ladder.stop());

const ask = 'Roles and managers are set by the admins here. Ask <@U0ADA> to set yours.';

async function answer(firstName: string, words: string): Promise<string> {
  const person = ladder.as(firstName);
  const before = person.messages().length;
  await person.command('/ladder', words);
  await ladder.slack.waitFor(() => person.messages().length > before);
  return JSON.stringify(person.lastMessage());
}

describe('where admins alone set roles and managers', () => {
  it.each(['', 'me', 'next'])(
    'somebody without a role reads whom to ask from /ladder %s, and gets no picker',
    async (words) => {
      expect(await answer('Kit', words)).not.toContain('me.pick_role');
      expect(lastRead(ladder, 'Kit')).toContain(ask);
    },
  );

  it('is read on Home and instead of the form and the check-in', async () => {
    const kit = ladder.as('Kit');
    await kit.openHome();
    await ladder.slack.waitFor(() => JSON.stringify(kit.home() ?? '').includes(ask));
    expect(JSON.stringify(kit.home())).not.toContain('me.pick_role');
    for (const open of [
      () => kit.click('home', 'About you'),
      () => kit.command('/ladder', 'check-in'),
    ]) {
      await open();
      await ladder.slack.waitFor(() => kit.modal() !== undefined && reads(kit).includes(ask));
      expect(JSON.stringify(kit.modal())).not.toContain('me.manager');
      await kit.close({ all: true });
    }
  });

  it('somebody with a role reads it beside that, without a button to change it', async () => {
    const shown = await answer('Rosa', 'me');
    expect(lastRead(ladder, 'Rosa')).toContain(ask);
    expect(shown).not.toContain('Change my role or manager');
  });

  it('an admin has the form as ever', async () => {
    expect(await answer('Ada', '')).toContain('me.pick_role');
  });
});
