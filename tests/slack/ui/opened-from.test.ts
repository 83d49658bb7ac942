import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../playground/contract.js';
import { visibleText } from '../../../playground/slack/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { giveView, rateAll, sendCheckIn } from '../assessment/desk.js';
import { answerAll, goOn, openQuarter, reads } from '../check-in/desk.js';
import { inModal, reveal, untilModal } from '../conversation/desk.js';
import { personOf, putAction } from '../team/people.js';

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T15:00:00Z' });
  await openQuarter(ladder);
});
afterEach(() => ladder.stop());

async function answerTo(name: string, words: string): Promise<Message> {
  const person = ladder.as(name);
  const before = person.messages().length;
  await person.command('/ladder', words);
  return ladder.slack.waitFor(() => person.messages()[before]);
}

/** What an answer says now. */
function now(name: string, { ts }: Message): string {
  const answer = ladder
    .as(name)
    .messages()
    .find((one) => one.ts === ts);
  return answer ? visibleText(answer) : '';
}

const until = (name: string, answer: Message, words: string) =>
  ladder.slack.waitFor(() => now(name, answer).includes(words));

/** In the form that is open. */
async function saveRole(name: string, role: string) {
  const person = ladder.as(name);
  await ladder.slack.waitFor(() => person.modal());
  await person.choose('modal', 'me.role', role);
  await person.submit();
}

function homeOf(name: string): string {
  const home = ladder.as(name).home();
  return home ? visibleText(home) : '';
}

const views = () => ladder.slack.calls.filter(({ method }) => method === 'views.publish').length;

describe('what is changed in a window shows where it was opened', () => {
  it.each(['me', ''])('in the answer to “/ladder %s”: the role and the manager', async (words) => {
    const answer = await answerTo('Rosa', words);
    await ladder.as('Rosa').click(answer, 'me.open');
    await saveRole('Rosa', 'Senior Business Operations Manager');
    await until('Rosa', answer, 'Senior Business Operations Manager');
  });

  it('at the next press there where the window was sent at another process', async () => {
    const answer = await answerTo('Rosa', 'me');
    const rosa = ladder.as('Rosa');
    await rosa.click(answer, 'me.open');
    await ladder.slack.waitFor(() => rosa.modal());
    // The process that follows knows nothing of that press.
    await ladder.restart({});
    await saveRole('Rosa', 'Senior Business Operations Manager');
    expect(reads(rosa)).toContain('Saved');
    await rosa.close({ all: true });
    await rosa.click(answer, 'Where I stand');
    await until('Rosa', answer, 'Senior Business Operations Manager');
  });

  it('in the answer to “/ladder me” of somebody without a role: there is one now', async () => {
    const answer = await answerTo('Kit', 'me');
    expect(now('Kit', answer)).toContain("I don't know your role yet");
    await ladder.as('Kit').click(answer, 'me.open');
    await saveRole('Kit', 'Business Operations Manager');
    await until('Kit', answer, 'Since when is not set');
    expect(now('Kit', answer)).not.toContain("I don't know your role yet");
  });

  it('in the answer to “/ladder me”: that the check-in is begun, and then that it is in', async () => {
    const answer = await answerTo('Sora', 'me');
    const sora = ladder.as('Sora');
    await sora.click(answer, 'Start my check-in');
    await ladder.slack.waitFor(() => reads(sora).includes('1 of 5'));
    await answerAll(sora);
    await until('Sora', answer, 'is begun');
    await goOn(sora);
    await until('Sora', answer, 'Your check-in for Q1 2027 is in.');
  });

  it('in the answer to “/ladder me”: an action that is done there', async () => {
    await putAction(ladder, 'Teo', { what: 'Shadow two calls', dueOn: '2027-03-10' });
    const answer = await answerTo('Teo', 'me');
    await ladder.as('Teo').click(answer, 'Done');
    await until('Teo', answer, 'None are open.');
  });

  it('in the team and on a report’s page: that the view is given', async () => {
    await sendCheckIn(ladder, 'Teo');
    const answer = await answerTo('Mika', 'team');
    const mika = ladder.as('Mika');
    await mika.click(answer, 'Open the page of Teo Associate');
    await untilModal(ladder, 'Mika', 'Give my view');
    await mika.click('modal', 'Give my view of Teo Associate');
    await untilModal(ladder, 'Mika', '1 of 5');
    await rateAll(mika);
    await giveView(mika);
    await until('Mika', answer, 'brief since today');
    await ladder.ladder.idle();
    await mika.close();
    expect(inModal(ladder, 'Mika')).toContain('brief since today');
    expect(inModal(ladder, 'Mika')).not.toContain('Give my view');
  });

  it('in the message that invites: that the check-in is sent', async () => {
    ladder.clock.set('2027-03-05T15:00:00Z');
    await ladder.sendDue();
    const sora = ladder.as('Sora');
    const invitation = sora.messages()[0];
    if (!invitation) throw new Error('Sora is not invited');
    await sora.click(invitation, 'Start');
    await ladder.slack.waitFor(() => reads(sora).includes('1 of 5'));
    await answerAll(sora);
    await goOn(sora);
    await until('Sora', invitation, 'You sent your Q1 2027 check-in');
    expect(now('Sora', invitation)).not.toContain('Start');
  });

  it('on Home, drawn once: the role', async () => {
    const mika = ladder.as('Mika');
    await mika.openHome();
    await ladder.ladder.idle();
    const before = views();
    await mika.click('home', 'me.open');
    await saveRole('Mika', 'Senior Business Operations Manager');
    await ladder.ladder.idle();
    expect(views()).toBe(before + 1);
    expect(JSON.stringify(mika.home())).toContain('Senior Business Operations Manager');
  });

  it('on Home and in the brief: that two have talked', async () => {
    await reveal(ladder);
    const mika = ladder.as('Mika');
    await mika.openHome();
    await ladder.ladder.idle();
    expect(homeOf('Mika')).toContain('brief since today');
    await mika.click('home', 'Open the brief with Teo Associate');
    await untilModal(ladder, 'Mika', 'Record our conversation');
    await mika.click('modal', 'Record our conversation');
    await untilModal(ladder, 'Mika', 'When did you talk?');
    await mika.submit();
    await ladder.ladder.idle();
    expect(homeOf('Mika')).not.toContain('brief since today');
    await mika.close();
    expect(inModal(ladder, 'Mika')).toContain('You talked on');
    expect(inModal(ladder, 'Mika')).not.toContain('Record our conversation');
    await ladder.as('Teo').openHome();
    await ladder.ladder.idle();
    expect(homeOf('Teo')).toContain('both in. You talked on');
    expect(homeOf('Teo')).not.toContain('Conversations start');
  });

  it('but not where something else stands by then', async () => {
    const answer = await answerTo('Rosa', 'me');
    const rosa = ladder.as('Rosa');
    await rosa.click(answer, 'Change');
    await rosa.click(answer, 'Where I stand');
    await until('Rosa', answer, 'Next rung');
    await saveRole('Rosa', 'Senior Business Operations Manager');
    await ladder.ladder.idle();
    expect(now('Rosa', answer)).toContain('Next rung');
  });

  it('and nothing is drawn where it would show the same', async () => {
    const answer = await answerTo('Rosa', 'me');
    const rosa = ladder.as('Rosa');
    const before = answersGiven();
    await rosa.click(answer, 'Change');
    await ladder.slack.waitFor(() => rosa.modal());
    await rosa.submit();
    await ladder.ladder.idle();
    expect(answersGiven()).toBe(before);
    expect((await personOf(ladder, 'Rosa')).roleKey).toBe('manager');
  });
});

const answersGiven = () =>
  ladder.slack.calls.filter(({ method }) => method === 'response_url').length;
