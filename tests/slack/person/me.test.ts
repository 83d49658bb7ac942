import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Message } from '../../../playground/contract.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder();
});
afterEach(() => ladder.stop());

async function me(firstName: string): Promise<Message> {
  const person = ladder.as(firstName);
  const before = person.messages().length;
  await person.command('/ladder', 'me');
  return ladder.slack.waitFor(() => person.messages()[before]);
}

const said = (message: Message) => JSON.stringify(message.blocks);

/** The form, opened with Change. */
async function change(firstName: string) {
  const person = ladder.as(firstName);
  await person.click(await me(firstName), 'Change');
  await ladder.slack.waitFor(() => person.modal());
  return person;
}

describe('/ladder me', () => {
  test('tells Sora her role, how long she has been in it, and her manager', async () => {
    const message = await me('Sora');
    expect(message.text).toBe('You are Senior Business Operations Manager.');
    expect(said(message)).toContain(
      'In this role for 2 years and 6 months, since 2 September 2024; within the usual time (2–4 years).',
    );
    expect(said(message)).toContain('<@U0NOOR>');
  });

  test('tells Kit that there is no role yet, with a picker for it', async () => {
    expect(said(await me('Kit'))).toContain('me.pick_role');
  });
});

describe('The form', () => {
  test('begins with what is set', async () => {
    const rosa = await change('Rosa');
    const shown = JSON.stringify(rosa.modal());
    expect(shown).toContain('2025-01-13');
    expect(shown).toContain('U0MIKA');
    await rosa.close();
  });

  test('saves another role, day and manager', async () => {
    const rosa = await change('Rosa');
    await rosa.choose('modal', 'me.role', 'Senior Business Operations Manager');
    await rosa.choose('modal', 'me.in_role_since', '2027-03-01');
    await rosa.choose('modal', 'me.manager', 'U0NOOR');
    await rosa.submit();
    expect(JSON.stringify(rosa.modal())).toContain('Saved');
    await rosa.close();
    const message = await me('Rosa');
    expect(message.text).toBe('You are Senior Business Operations Manager.');
    expect(said(message)).toContain('In this role for less than a month, since 1 March 2027');
    expect(said(message)).toContain('<@U0NOOR>');
  });

  test('goes without a manager and says what that means', async () => {
    const wren = await change('Wren');
    await wren.choose('modal', 'me.manager', null);
    await wren.submit();
    expect(JSON.stringify(wren.modal())).toContain('nobody else sees your check-ins');
    await wren.close();
  });

  test.each([
    ['himself', 'U0TEO', 'be your own manager'],
    ['the app', 'U0LADDER', 'That is an app'],
  ])('does not take %s as Teo’s manager, and stays open', async (_, manager, sentence) => {
    const teo = await change('Teo');
    await teo.choose('modal', 'me.manager', manager);
    const { errors } = await teo.submit();
    expect(errors?.['me.manager']).toContain(sentence);
    expect(teo.modal()?.title).toBe('About you');
    await teo.close();
  });

  test('does not take somebody who has left', async () => {
    await ladder.slack.deactivate('U0ADA');
    const teo = await change('Teo');
    await teo.choose('modal', 'me.manager', 'U0ADA');
    const { errors } = await teo.submit();
    expect(errors?.['me.manager']).toContain('That person has left');
    await teo.close();
  });

  test('does not take somebody who reports to her as Mika’s manager', async () => {
    const mika = await change('Mika');
    await mika.choose('modal', 'me.manager', 'U0TEO');
    const { errors } = await mika.submit();
    expect(errors?.['me.manager']).toContain('Teo Associate reports to you');
    await mika.close();
  });

  test('does not take a day that is still to come', async () => {
    const teo = await change('Teo');
    await teo.choose('modal', 'me.in_role_since', '2027-04-01');
    const { errors } = await teo.submit();
    expect(errors?.['me.in_role_since']).toContain('still to come');
    await teo.close();
  });

  test('stays open with a reference while the database is away, and saves afterwards', async () => {
    const sora = await change('Sora');
    await sora.choose('modal', 'me.in_role_since', '2024-10-01');
    ladder.database.cut();
    const { errors } = await sora.submit();
    expect(errors?.['me.role']).toMatch(/couldn't save that: the database .* \(ref \w{6}\)/);
    ladder.database.restore();
    await sora.submit();
    expect(JSON.stringify(sora.modal())).toContain('Saved');
    await sora.close();
  });
});

describe('What Slack says about people', () => {
  const person = (slackUserId: string) =>
    ladder.ladder.context.db.person.findFirstOrThrow({ where: { slackUserId } });

  test('is kept when it changes', async () => {
    await ladder.slack.setTimeZone('U0WREN', 'Asia/Tokyo');
    await vi.waitFor(async () => expect((await person('U0WREN')).timeZone).toBe('Asia/Tokyo'));
  });

  test('is kept when somebody joins', async () => {
    await ladder.slack.join({ id: 'U0NEW', name: 'Noa New', tz: 'Europe/Oslo' });
    await vi.waitFor(async () => {
      expect(await person('U0NEW')).toMatchObject({ name: 'Noa New', timeZone: 'Europe/Oslo' });
    });
  });

  test('is not kept about a stranger', async () => {
    const user = { id: 'U0STRANGER', name: 'stranger', tz: 'UTC', profile: {} };
    await ladder.slack.event('user_change', { user });
    await ladder.slack.setTimeZone('U0WREN', 'Asia/Seoul');
    await vi.waitFor(async () => expect((await person('U0WREN')).timeZone).toBe('Asia/Seoul'));
    const where = { slackUserId: 'U0STRANGER' };
    expect(await ladder.ladder.context.db.person.count({ where })).toBe(0);
  });
});
