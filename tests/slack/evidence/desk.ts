import type { Message } from '../../../playground/contract.js';
import { type LocalSlack, visibleText } from '../../../playground/slack/index.js';
import type { TestLadder } from '../../support/ladder.js';
import { reads } from '../check-in/desk.js';

export type Actor = ReturnType<LocalSlack['as']>;

/** What somebody writes in a channel, as the others find it there. */
export async function said(
  { as }: TestLadder,
  who: string,
  text: string,
  channel = 'C0BIZOPS',
): Promise<Message> {
  const person = as(who);
  await person.write(text, { channel });
  const message = person.lastMessage({ channel });
  if (!message) throw new Error(`${who} said nothing`);
  return message;
}

/** Runs "Keep as evidence" on a message and waits for the form. */
export async function keep({ slack }: TestLadder, person: Actor, message: Message) {
  if (person.modal()) await person.close({ all: true });
  await person.shortcut('evidence.keep', message);
  await slack.waitFor(() => person.modal() && !reads(person).includes('One moment'));
}

/** Opens what a person kept. */
export async function openList({ slack }: TestLadder, person: Actor) {
  if (person.modal()) await person.close({ all: true });
  await person.command('/ladder', 'evidence');
  await slack.waitFor(() => person.modal()?.title === 'Your evidence');
}

/** Fills the form and presses its button. */
export async function fillAndKeep(
  person: Actor,
  { note, competency, day }: { note: string; competency?: string; day?: string },
) {
  await person.type('evidence.note', note);
  if (competency) await person.choose('modal', 'evidence.competency', competency);
  if (day) await person.choose('modal', 'evidence.happened_on', day);
  return person.submit();
}

/** All that is kept, oldest first, as the database has it. */
export function kept({ ladder }: TestLadder, slackUserId?: string) {
  return ladder.context.db.evidence.findMany({
    where: slackUserId === undefined ? {} : { person: { slackUserId } },
    orderBy: { createdAt: 'asc' },
  });
}

/** Waits until the person reads something in the modal on top. */
export async function untilReads({ slack }: TestLadder, person: Actor, text: string) {
  await slack.waitFor(() => person.modal() && visibleText(person.modal() as never).includes(text));
}

/** What stands in an input of the person's open form, by the input's name. */
export function typedIn(person: Actor, name: string): unknown {
  const inputs = Object.values(person.modal()?.values ?? {});
  return inputs.find((one) => name in one)?.[name];
}

/** The sentence at an input of a form, by the input's name: its block is called for the form as well. */
export function errorAt(errors: Record<string, string> = {}, name: string): string {
  const [, sentence = ''] = Object.entries(errors).find(([block]) => block.includes(name)) ?? [];
  return sentence;
}
