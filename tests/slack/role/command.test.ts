import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../../playground/contract.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder();
});
afterAll(() => ladder.stop());

/** What a person gets for a command, whether it comes in the ack or after it. */
async function ask(firstName: string, text: string, channel?: string): Promise<Message> {
  const person = ladder.as(firstName);
  const before = person.messages().length;
  await person.command('/ladder', text, channel === undefined ? {} : { channel });
  return ladder.slack.waitFor(() => person.messages()[before]);
}

/** The message once it says that; the answer to a press comes after the press was taken. */
function until(firstName: string, { ts }: Message, words: string): Promise<Message> {
  return ladder.slack.waitFor(() =>
    ladder
      .as(firstName)
      .messages()
      .find((one) => one.ts === ts && one.text.includes(words)),
  );
}

const said = (message: Message | undefined) => JSON.stringify(message?.blocks ?? []);

describe('Teo asks', () => {
  test('for a role and gets its definition in the ack itself', async () => {
    const { message } = await ladder.as('Teo').command('/ladder', 'sr mgr');
    expect(message?.text).toContain('Senior Business Operations Manager: Senior');
  });

  test.each([
    ['senior execution', 'Execution: 8 behaviours'],
    ['execution', 'Execution. What it asks on 5 rungs'],
    ['compare manager senior', 'From Business Operations Manager to Senior'],
    ['search stakeholders', 'mention'],
    ['about', 'About the Business Operations ladder'],
    ['next manager', 'From Business Operations Manager to Senior'],
    ['help', 'What you can ask'],
    ['next', 'From Business Operations Associate to Business Operations Manager'],
    ['my role', 'Business Operations Associate: Entry'],
    ['my execution', 'Execution: 4 behaviours'],
    ['compare senior', 'From Business Operations Associate to Senior'],
    ['', 'You are Business Operations Associate'],
  ])('“%s” and is told so', async (text, answer) => {
    expect((await ask('Teo', text)).text).toContain(answer);
  });

  test('for his own role against itself and gets what comes next', async () => {
    const { text } = await ask('Teo', 'compare associate');
    expect(text).toContain('From Business Operations Associate to Business Operations Manager');
  });

  test('privately: nobody else sees it', async () => {
    const answer = await ask('Teo', 'lead', 'C0GENERAL');
    expect(
      ladder
        .as('Rosa')
        .messages()
        .map(({ ts }) => ts),
    ).not.toContain(answer.ts);
  });

  test('for something unknown and gets what is near, a press away', async () => {
    const answer = await ask('Teo', 'senior zebra');
    expect(answer.text).toContain('Did you mean');
    await ladder.as('Teo').click(answer, 'Senior Business Operations Manager');
    await until('Teo', answer, 'Senior Business Operations Manager: Senior');
  });

  test('for what is near a competency, and a screen reader names it as well', async () => {
    const answer = await ask('Teo', 'impact zebra');
    expect(answer.text).toMatch(/Did you mean one of these\? .*Internal impact/);
  });

  test('with a slip in a subcommand and is shown the right one', async () => {
    expect(said(await ask('Teo', 'serach walls'))).toContain('/ladder search stakeholders');
  });

  test('to search for nothing and can press Search', async () => {
    const answer = await ask('Teo', 'search');
    await ladder.as('Teo').click(answer, 'Search');
    const modal = await ladder.slack.waitFor(() => ladder.as('Teo').modal());
    expect(modal.title).toBe('Search the ladder');
    await ladder.as('Teo').close();
  });
});

describe('From an answer', () => {
  test('Rosa picks another role, and the competency stays', async () => {
    const answer = await ask('Rosa', 'senior execution');
    await ladder.as('Rosa').choose(answer, 'role.pick', 'Business Operations Team Leader');
    await until('Rosa', answer, 'Execution: 4 behaviours');
  });

  test('Rosa picks one competency and then all again', async () => {
    const answer = await ask('Rosa', 'senior');
    const rosa = ladder.as('Rosa');
    await rosa.choose(answer, 'role.pick_competency', 'Execution');
    const one = await until('Rosa', answer, 'Execution: 8 behaviours');
    await rosa.choose(one, 'role.pick_competency', 'All competencies');
    await until('Rosa', answer, '5 competencies, 35 behaviours');
  });

  test('Rosa sees what another role asks beside her own', async () => {
    const answer = await ask('Rosa', 'team leader');
    await ladder.as('Rosa').choose(answer, 'role.compare_with', 'My role');
    await until('Rosa', answer, 'From Business Operations Manager to Business Operations Team');
  });

  test('Rosa goes on to the next rung', async () => {
    const answer = await ask('Rosa', 'senior');
    await ladder.as('Rosa').click(answer, 'Next rung');
    await until('Rosa', answer, 'to Business Operations Professional Lead');
  });

  test('Rosa compares it with another role', async () => {
    const answer = await ask('Rosa', 'senior');
    await ladder.as('Rosa').choose(answer, 'role.compare_with', 'Business Operations Associate');
    await until('Rosa', answer, 'to Business Operations Associate');
  });

  test('Rosa is offered one way to what comes next on her own role, not two', async () => {
    const answer = await ask('Rosa', 'manager');
    expect(said(answer).match(/Next rung|against my role/g)).toEqual(['Next rung']);
    await ladder.as('Rosa').choose(answer, 'role.compare_with', 'My role');
    await until('Rosa', answer, 'From Business Operations Manager to Senior');
  });

  test('at the top of the ladder there is no way to a next rung', async () => {
    expect(said(await ask('Rosa', 'senior'))).toContain('Next rung');
    expect(said(await ask('Rosa', 'team leader'))).not.toContain('Next rung');
  });

  test('Rosa opens one competency in full, and goes back to all of them', async () => {
    const rosa = ladder.as('Rosa');
    const answer = await ask('Rosa', 'next');
    expect(said(answer)).toContain('Senior Manager asks');
    await rosa.choose(answer, 'role.pick_competency', 'Leadership and culture');
    const full = await until(
      'Rosa',
      answer,
      'Leadership and culture. From Business Operations Manager',
    );
    for (const part of ['New', 'Changed', 'Carries on']) expect(said(full)).toContain(part);
    await rosa.click(full, 'All competencies');
    await until('Rosa', answer, 'From Business Operations Manager to Senior');
  });

  test('Rosa is asked before an answer is shared, and nobody sees anything if she says no', async () => {
    const rosa = ladder.as('Rosa');
    const answer = await ask('Rosa', 'compare associate lead', 'C0BIZOPS');
    await rosa.click(answer, 'Share here');
    const question = await ladder.slack.waitFor(() => {
      const shown = rosa.messages({ channel: 'C0BIZOPS' }).find(({ ts }) => ts === answer.ts);
      return said(shown).includes('Share this with everybody here?') && shown;
    });
    await rosa.click(question, 'Not now');
    await ladder.slack.waitFor(() => {
      const shown = rosa.messages({ channel: 'C0BIZOPS' }).find(({ ts }) => ts === answer.ts);
      return said(shown).includes('Share here');
    });
    const soras = ladder.as('Sora').messages({ channel: 'C0BIZOPS' });
    const seen = soras.filter(({ text }) => text.includes('From Business Operations Associate to'));
    expect(seen).toEqual([]);
  });

  test('Rosa takes back what she shared, and nobody else can', async () => {
    const [rosa, sora] = [ladder.as('Rosa'), ladder.as('Sora')];
    const answer = await ask('Rosa', 'impact', 'C0BIZOPS');
    await rosa.click(answer, 'Share here');
    await ladder.slack.waitFor(() => said(rosa.lastMessage()).includes('Share it'));
    await rosa.click(rosa.lastMessage() ?? answer, 'Share it');
    const find = () =>
      sora
        .messages({ channel: 'C0BIZOPS' })
        .find(({ text }) => text.includes('shared: Internal impact'));
    const shared = await ladder.slack.waitFor(find);
    await sora.click(shared, 'Take it back');
    await ladder.slack.waitFor(() =>
      sora.messages({ channel: 'C0BIZOPS' }).some(({ text }) => text.includes('Only <@U0ROSA>')),
    );
    expect(find()).toBeDefined();
    await rosa.click(shared, 'Take it back');
    await ladder.slack.waitFor(() => find() === undefined);
  });

  test('Rosa shares it, and everybody in the channel sees who did and can look around', async () => {
    const answer = await ask('Rosa', 'lead', 'C0BIZOPS');
    await ladder.as('Rosa').click(answer, 'Share here');
    await ladder.slack.waitFor(() => said(ladder.as('Rosa').lastMessage()).includes('Share it'));
    await ladder.as('Rosa').click(ladder.as('Rosa').lastMessage() ?? answer, 'Share it');
    const sora = ladder.as('Sora');
    const seen = () => sora.messages({ channel: 'C0BIZOPS' });
    const shared = await ladder.slack.waitFor(() =>
      seen().find(({ text }) => text.includes('shared: Business Operations Professional Lead')),
    );
    expect(said(shared)).toContain('Shared by <@U0ROSA>');
    await sora.click(shared, 'Look around yourself');
    const own = await ladder.slack.waitFor(() => seen().find(({ ts }) => ts > shared.ts));
    expect(own.text).toContain('Business Operations Professional Lead');
    const rosas = ladder.as('Rosa').messages();
    expect(rosas.map(({ ts }) => ts)).not.toContain(own.ts);
    expect(rosas.find(({ ts }) => ts === shared.ts)?.text).toBe(shared.text);
  });
});

describe('Kit, who has no role yet,', () => {
  test('is asked for it instead of being refused, and goes on from there', async () => {
    const answer = await ask('Kit', 'next');
    expect(answer.text).toContain("I don't know your role yet");
    await ladder.as('Kit').choose(answer, 'me.pick_role', 'Business Operations Associate');
    await until('Kit', answer, 'You are Business Operations Associate');
  });
});
