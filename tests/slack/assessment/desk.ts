import { button, section } from '../../../src/slack/ui/blocks.js';
import type { TestLadder } from '../../support/ladder.js';
import { clientOf } from '../../support/local-slack.js';
import { goOn, openCheckIn, reads } from '../check-in/desk.js';
import { personOf } from '../team/people.js';

type Actor = ReturnType<TestLadder['as']>;

/** A report answers everything and sends their check-in, with these words on each page. */
export async function sendCheckIn(
  ladder: TestLadder,
  firstName: string,
  words = '',
): Promise<void> {
  const person = ladder.as(firstName);
  await openCheckIn(ladder, person);
  for (let page = 0; page < 5; page += 1) {
    await person.choose('modal', 'check_in.choose', 'Exceeding');
    if (words) await person.type('check_in.type', `${words} ${page}`);
    await goOn(person);
  }
  await goOn(person);
  await person.close({ all: true });
}

/** Presses "Give my view" of a report, wherever that stands, and waits for something to read. */
export async function openView(
  ladder: TestLadder,
  manager: Actor,
  reportName: string,
): Promise<void> {
  if (manager.modal()) await manager.close({ all: true });
  await pressGiveMyView(ladder, manager, reportName);
  await ladder.slack.waitFor(() => manager.modal() && !reads(manager).includes('One moment'));
}

/** A message with the button, as the digest has it, and a press on it. */
export async function pressGiveMyView(
  ladder: TestLadder,
  manager: Actor,
  reportName: string,
): Promise<void> {
  const { id } = await personOf(ladder, reportName);
  const accessory = button({ text: 'Give my view', actionId: 'assessment.open', value: id });
  const text = `Ready for your view: ${reportName}`;
  await clientOf(ladder.slack, 'xoxb-test').chat.postMessage({
    channel: manager.id,
    text,
    blocks: [section(text, { accessory })],
  });
  const message = manager.lastMessage();
  if (!message) throw new Error('the message did not arrive');
  await manager.click(message, 'Give my view');
}

/** Rates everything, page by page, up to the last page. */
export async function rateAll(manager: Actor, pages = 5): Promise<void> {
  for (let page = 0; page < pages; page += 1) {
    await manager.choose('modal', 'assessment.choose', 'Meeting');
    await goOn(manager);
  }
}

/** Gives the view from its last page: Ladder asks once more. */
export async function giveView(manager: Actor): Promise<void> {
  await goOn(manager);
  await goOn(manager);
}

/** Gives a report another manager, as People Ops would. */
export async function giveManager(ladder: TestLadder, firstName: string, managerName: string) {
  const [person, manager] = [
    await personOf(ladder, firstName),
    await personOf(ladder, managerName),
  ];
  const { db } = ladder.ladder.context;
  await db.person.update({ where: { id: person.id }, data: { managerId: manager.id } });
}

/** Waits until this text of a manager's has arrived in the database. */
export async function written({ ladder }: TestLadder, text: string): Promise<void> {
  const { db } = ladder.context;
  while ((await db.assessmentAnswer.count({ where: { text } })) === 0) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
