import type { LocalSlack } from '../../../playground/slack/index.js';
import { visibleText } from '../../../playground/slack/index.js';
import { dateFromDay } from '../../../src/domain/time/day.js';
import type { CheckInRef } from '../../../src/services/check-in/reading.js';
import { findOrAddPerson } from '../../../src/services/person/people.js';
import type { TestLadder } from '../../support/ladder.js';

type Actor = ReturnType<LocalSlack['as']>;

const quarter = {
  name: 'Q1 2027',
  opensOn: dateFromDay('2027-03-03'),
  dueOn: dateFromDay('2027-03-17'),
  reviewOn: dateFromDay('2027-03-24'),
};

/** The cycle of Q1 2027 as it is before its first day. */
export async function planQuarter({ ladder }: TestLadder): Promise<void> {
  const { context, workspace } = ladder;
  const workspaceId = workspace.id;
  await context.db.cycle.create({ data: { workspaceId, ...quarter } });
}

/** The same cycle from its first day on, pinned to the current framework or another version. */
export async function openQuarter({ ladder, clock }: TestLadder, versionId?: string) {
  const { context, workspace } = ladder;
  const workspaceId = workspace.id;
  const frameworkVersionId = versionId ?? context.frameworks.current(workspaceId).id;
  const opened = { openedAt: clock.now(), frameworkVersionId };
  await context.db.cycle.upsert({
    where: { workspaceId_name: { workspaceId, name: quarter.name } },
    create: { workspaceId, ...quarter, ...opened },
    update: opened,
  });
}

/** Runs the command and waits until the light view has become something to read. */
export async function openCheckIn({ slack }: TestLadder, person: Actor): Promise<void> {
  if (person.modal()) await person.close({ all: true });
  await person.command('/ladder', 'check-in');
  await slack.waitFor(() => person.modal() && !reads(person).includes('One moment'));
}

/** What the person reads in the modal on top. */
export function reads(person: Actor): string {
  const modal = person.modal();
  return modal ? visibleText(modal) : '';
}

/** What stands in an input of the modal on top. */
export function inputValue(person: Actor, blockId: string): unknown {
  return Object.values(person.modal()?.values[blockId] ?? {})[0];
}

/** The person's check-in as another device of theirs reaches it. */
export async function onAnotherDevice({ ladder }: TestLadder, person: Actor): Promise<CheckInRef> {
  const { context, workspace } = ladder;
  const who = { workspaceId: workspace.id, slackUserId: person.id };
  const { id: personId } = await findOrAddPerson(context, who);
  const { id: checkInId } = await context.db.checkIn.findFirstOrThrow({ where: { personId } });
  return { workspaceId: workspace.id, personId, checkInId };
}

/** Waits until what was typed or chosen last has arrived in the database. */
export async function decided({ ladder, slack }: TestLadder, check: (rows: Row[]) => boolean) {
  let rows: Row[] = [];
  const look = async () => {
    rows = await ladder.context.db.checkInAnswer.findMany();
  };
  const poll = setInterval(() => void look().catch(() => {}), 20);
  try {
    await slack.waitFor(() => check(rows));
  } finally {
    clearInterval(poll);
  }
}

interface Row {
  competencyKey: string;
  text: string;
  ratingKey: string | null;
}

/** Presses "Save and go on" or "Send", once. */
export function goOn(person: Actor) {
  return person.submit();
}

/** Gives every competency the same rating, page by page, up to the last page. */
export async function answerAll(person: Actor, pages = 5): Promise<void> {
  for (let page = 0; page < pages; page += 1) {
    await person.choose('modal', 'check_in.choose', 'Meeting');
    await goOn(person);
  }
}
