import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../playground/contract.js';
import { checkPayload, visibleText } from '../../../playground/slack/index.js';
import { dateFromDay } from '../../../src/domain/time/day.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { ladderFileOf, largeFramework } from '../../support/large-framework.js';
import { putRevealed } from '../../support/revealed.js';
import { reads } from '../check-in/desk.js';
import { personOf } from '../team/people.js';

const framework = largeFramework();
const roleKey = framework.roles[0]?.key ?? '';
/** Full of what Slack escapes, as long as an input takes. */
const longText = 'Cut the <scope> & the risk. Naïve or not, it went well 🌱. '
  .repeat(52)
  .slice(0, 2999);

let ladder: TestLadder;
let directory: string;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ladder-large-'));
  const frameworkFile = join(directory, 'large.yaml');
  writeFileSync(frameworkFile, ladderFileOf(framework));
  ladder = await startTestLadder({
    now: '2027-03-22T13:00:00Z',
    placed: false,
    config: { frameworkFile },
  });
  const { db } = ladder.ladder.context;
  const [rosa, mika] = [await personOf(ladder, 'Rosa'), await personOf(ladder, 'Mika')];
  await db.person.updateMany({
    data: {
      ...{ roleKey, timeZone: 'UTC', name: 'A&B <Person> of 40 names' },
      profileReadAt: ladder.clock.now(),
    },
  });
  await db.person.update({ where: { id: rosa.id }, data: { managerId: mika.id } });
  for (const [name, day] of quarters) await past(name, day);
});
// Slack refuses what is too long or too large, and the harness throws if it refused anything.
afterEach(async () => {
  await ladder.stop();
  rmSync(directory, { recursive: true, force: true });
});

const quarters = [
  ['Q3 2026', '2026-09-23'],
  ['Q4 2026', '2026-12-23'],
  ['Q1 2027', '2027-03-24'],
] as const;

/** A quarter with all 40 competencies rated and long texts; the last one sends its brief. */
async function past(name: string, reviewOn: string): Promise<void> {
  const { context, workspace } = ladder.ladder;
  const { db } = context;
  const [rosa, mika] = [await personOf(ladder, 'Rosa'), await personOf(ladder, 'Mika')];
  const workspaceId = workspace.id;
  const day = dateFromDay(reviewOn);
  const cycle = await db.cycle.create({
    data: { workspaceId, name, opensOn: day, dueOn: day, reviewOn: day, openedAt: day },
  });
  const rating = (nth: number) => framework.scale[nth % 9]?.key ?? '';
  const checkIn = await putRevealed(context, {
    ...{ workspaceId, cycleId: cycle.id, personId: rosa.id, managerId: mika.id, roleKey, at: day },
    answers: Object.fromEntries(
      framework.competencies.map(({ key }, nth) => [
        key,
        {
          self: nth === 7 ? null : rating(nth + name.charCodeAt(1)),
          manager: rating(nth * 2),
          selfText: longText,
          managerText: longText,
        },
      ]),
    ),
  });
  await db.checkIn.update({
    where: { id: checkIn.id },
    data: { proudOf: longText, next: 'grow', needs: longText },
  });
  await db.assessment.updateMany({ data: { summary: longText } });
  const talk = await db.conversation.create({
    data: {
      ...{ workspaceId, cycleId: cycle.id, personId: rosa.id, managerId: mika.id },
      ...{ heldOn: day, recordedAt: day },
    },
  });
  await db.actionItem.createMany({
    data: Array.from({ length: 6 }, (_, nth) => ({
      ...{ workspaceId, personId: rosa.id, ownerId: rosa.id, conversationId: talk.id },
      ...{ what: longText.slice(0, 250), measure: longText.slice(0, 250) },
      ...{ dueOn: dateFromDay(`2027-04-0${nth + 1}`), createdAt: day },
    })),
  });
  if (name !== 'Q1 2027') return;
  await ladder.sendDue();
  await db.delivery.createMany({
    data: [rosa, mika].map(({ id }) => ({
      ...{ workspaceId, recipientId: id, subjectId: rosa.id, cycleId: cycle.id },
      ...{ kind: 'brief', step: 'reveal', key: `brief:${id}`, dueAt: ladder.clock.now() },
    })),
  });
  await ladder.sendDue();
}

function briefOf(name: string): Message {
  const isBrief = ({ text }: Message) => text.includes('your brief with');
  const brief = ladder.as(name).messages().find(isBrief);
  if (!brief) throw new Error(`${name} has no brief`);
  return brief;
}

describe('a brief of 40 competencies with texts of 3,000 characters', () => {
  it('has all of them in its window, page by page', async () => {
    const rosa = ladder.as('Rosa');
    await rosa.click(briefOf('Rosa'), 'Open');
    await ladder.slack.waitFor(() => reads(rosa).includes('Talk first about'));
    const seen = [reads(rosa)];
    while (reads(rosa).includes('Show the next')) {
      await rosa.click('modal', 'Show the next');
      await ladder.slack.waitFor(() => reads(rosa) !== seen.at(-1));
      seen.push(reads(rosa));
    }
    const all = seen.join('\n');
    for (const { name } of framework.competencies) expect(all).toContain(name);
    await rosa.click('modal', 'Back to the beginning');
    await ladder.slack.waitFor(() => reads(rosa).includes('Talk first about'));
    await rosa.close({ all: true });
  });
});

describe('a history of 40 competencies', () => {
  it('fits beside everything else, is drawn with six bars, and goes on in a window', async () => {
    const rosa = ladder.as('Rosa');
    await rosa.command('/ladder', 'me');
    await ladder.slack.waitFor(() => rosa.lastMessage()?.text.startsWith('You are'));
    const asked = lastMessage('Rosa');
    expect(checkPayload('message', { text: asked.text, blocks: asked.blocks })).toEqual([]);
    expect(visibleText(asked)).toContain('8 of 40 shown.');

    // Bars of different names, and what is left out.
    await rosa.click(asked, 'As a chart');
    await ladder.slack.waitFor(() => rosa.lastMessage()?.text === 'Your ratings over the cycles.');
    const drawn = lastMessage('Rosa');
    const chart = drawn.blocks.find(({ type }) => type === 'data_visualization');
    const { series = [] } = (chart?.chart ?? {}) as { series?: { name: string }[] };
    expect(new Set(series.map(({ name }) => name)).size).toBe(6);
    expect(visibleText(drawn)).toContain(
      '34 competencies not drawn: more than six are hard to tell apart',
    );

    await rosa.click(drawn, 'Show the next');
    await ladder.slack.waitFor(() => rosa.modal() && !reads(rosa).includes('One moment'));
    expect(reads(rosa)).toContain(framework.competencies[39]?.name);
  });
});

function lastMessage(name: string): Message {
  const message = ladder.as(name).lastMessage();
  if (!message) throw new Error(`${name} has no message`);
  return message;
}
