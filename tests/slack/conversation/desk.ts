import { visibleText } from '../../../playground/slack/index.js';
import { recordDeliveries } from '../../../src/services/delivery/enqueue.js';
import { findOpenCycle } from '../../../src/services/open-cycle/index.js';
import { briefKind } from '../../../src/services/reveal/reveal.js';
import { openRecordButton } from '../../../src/slack/conversation/links.js';
import { actions } from '../../../src/slack/ui/blocks.js';
import type { TestLadder } from '../../support/ladder.js';
import { clientOf } from '../../support/local-slack.js';
import { putRevealed } from '../../support/revealed.js';
import { personOf } from '../team/people.js';

/** The morning after the review: ten for Mika in Stockholm, half past two for Teo in Kolkata. */
export const talkTime = '2027-03-25T09:00:00Z';

/**
 * Goes to the day after the review with both sides of the report's check-in revealed, and each of the
 * two having the brief. Gives the check-in's id.
 */
export async function reveal(ladder: TestLadder, report = 'Teo', manager = 'Mika') {
  const { context, workspace } = ladder.ladder;
  ladder.clock.set('2027-03-03T09:00:00Z');
  await ladder.sendDue();
  ladder.clock.set(talkTime);
  const cycle = await findOpenCycle(context, workspace.id);
  if (!cycle) throw new Error('no cycle is open');
  const [subject, author] = [await personOf(ladder, report), await personOf(ladder, manager)];
  const checkIn = await putRevealed(context, {
    workspaceId: workspace.id,
    cycleId: cycle.id,
    personId: subject.id,
    managerId: author.id,
    roleKey: subject.roleKey ?? 'associate',
    at: ladder.clock.now(),
  });
  await recordDeliveries(
    context.db,
    [subject, author].map(({ id }) =>
      briefKind.delivery({
        step: 'reveal',
        workspaceId: workspace.id,
        cycleId: cycle.id,
        recipientId: id,
        subjectId: subject.id,
        dueAt: ladder.clock.now(),
      }),
    ),
  );
  await ladder.sendDue();
  return checkIn.id;
}

/** The latest message that a person sees; throws if there is none. */
export function lastOf(ladder: TestLadder, firstName: string) {
  const message = ladder.as(firstName).lastMessage();
  if (!message) throw new Error(`${firstName} has no message`);
  return message;
}

/** Opens the record of a conversation, from a message with its button. */
export async function openRecordOf(ladder: TestLadder, checkInId: string, manager = 'Mika') {
  const person = ladder.as(manager);
  await clientOf(ladder.slack, 'xoxb-test').chat.postMessage({
    channel: person.id,
    text: 'The record',
    blocks: [actions([openRecordButton(checkInId, 'Open the record')])],
  });
  await person.click(lastOf(ladder, manager), 'Open the record');
}

/** What a person reads in their open window; empty while there is none. */
export function inModal(ladder: TestLadder, firstName: string): string {
  const modal = ladder.as(firstName).modal();
  return modal ? visibleText(modal) : '';
}

/** Waits until a person's window says this. */
export async function untilModal(ladder: TestLadder, firstName: string, words: string) {
  try {
    await ladder.slack.waitFor(() => inModal(ladder, firstName).includes(words));
  } catch {
    const shown = inModal(ladder, firstName);
    throw new Error(`${firstName} does not come to read “${words}”, but: ${shown}`);
  }
}

export interface Typed {
  what: string;
  measure?: string;
  dueOn?: string;
  owner?: string;
  competency?: string;
}

/** Fills in the form for an action, which is open already, and sends it. */
export async function fillAction(ladder: TestLadder, firstName: string, typed: Typed) {
  const person = ladder.as(firstName);
  const { what, measure = 'Two notes in the channel', dueOn = '2027-05-31' } = typed;
  await person.type('What is to be done?', what);
  await person.type('How will you two see that it is done?', measure);
  await person.choose('modal', 'By when?', dueOn);
  if (typed.owner) await person.choose('modal', 'Who does it?', typed.owner);
  if (typed.competency) {
    await person.choose('modal', 'Which competency does it help?', typed.competency);
  }
  return person.submit();
}

/** Presses a button in the latest message that has it. */
export async function openFrom(ladder: TestLadder, name: string, actionId: string): Promise<void> {
  const person = ladder.as(name);
  const message = person
    .messages()
    .findLast(({ blocks }) => JSON.stringify(blocks).includes(actionId));
  if (!message) throw new Error(`${name} has no message with ${actionId}`);
  await person.click(message, actionId);
}
