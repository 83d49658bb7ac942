import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../playground/contract.js';
import { checkPayload, visibleText } from '../../../playground/slack/index.js';
import { dateFromDay } from '../../../src/domain/time/day.js';
import { actionIds } from '../../../src/slack/history/ids.js';
import { actions, button } from '../../../src/slack/ui/blocks.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { clientOf } from '../../support/local-slack.js';
import { type BothSides, putRevealed } from '../../support/revealed.js';
import { giveManager, sendCheckIn } from '../assessment/desk.js';
import { openQuarter, reads } from '../check-in/desk.js';
import { personOf } from '../team/people.js';

const keys = ['expertise', 'collaboration', 'impact', 'execution', 'leadership'];

let ladder: TestLadder;
beforeEach(async () => {
  ladder = await startTestLadder({ now: '2027-03-04T13:00:00Z' });
  await past('Q3 2026', '2026-09-23', { self: 'developing', manager: 'meeting' });
  await past('Q4 2026', '2026-12-23', { self: 'meeting', manager: 'exceeding' });
});
afterEach(() => ladder.stop());

/** A quarter in which Teo and Mika said the same of every competency. */
async function past(name: string, reviewOn: string, both: BothSides): Promise<void> {
  const { context, workspace } = ladder.ladder;
  const [teo, mika] = [await personOf(ladder, 'Teo'), await personOf(ladder, 'Mika')];
  const workspaceId = workspace.id;
  const day = dateFromDay(reviewOn);
  const cycle = await context.db.cycle.create({
    data: { workspaceId, name, opensOn: day, dueOn: day, reviewOn: day, openedAt: day },
  });
  await putRevealed(context, {
    ...{ workspaceId, cycleId: cycle.id, personId: teo.id, managerId: mika.id },
    ...{ roleKey: 'associate', at: day },
    answers: Object.fromEntries(keys.map((key) => [key, both])),
  });
}

async function me(name: string): Promise<Message> {
  const person = ladder.as(name);
  const before = person.messages().length;
  await person.command('/ladder', 'me');
  await ladder.slack.waitFor(() => person.messages().length > before);
  return last(name);
}

function last(name: string): Message {
  const message = ladder.as(name).lastMessage();
  if (!message) throw new Error(`${name} has no message`);
  return message;
}

/** Presses a button for Teo's ratings as a chart in a message, and gives the answer. */
async function ratingsOfTeo(name: string): Promise<Message> {
  const person = ladder.as(name);
  const { id } = await personOf(ladder, 'Teo');
  await clientOf(ladder.slack, 'xoxb-test').chat.postMessage({
    channel: person.id,
    text: 'Ratings',
    blocks: [actions([button({ text: 'Ratings', actionId: actionIds.chart, value: id })])],
  });
  const before = person.messages().length;
  await person.click(last(name), 'Ratings');
  await ladder.slack.waitFor(() => person.messages().length > before);
  return last(name);
}

const chartsOf = ({ blocks }: Message) =>
  blocks.filter(({ type }) => type === 'data_visualization') as unknown as {
    title: string;
    chart: { series: { name: string; data: { label: string; value: number }[] }[] };
  }[];

const tableOf = ({ blocks }: Message) =>
  (
    blocks.find(({ type }) => type === 'table') as unknown as
      | { rows: { text: string }[][] }
      | undefined
  )?.rows.map((cells) => cells.map(({ text }) => text));

/** All ratings as a chart, as the button in the answer to `/ladder me` shows them. */
async function asChart(name: string): Promise<Message> {
  const person = ladder.as(name);
  await person.click(await me(name), 'As a chart');
  await ladder.slack.waitFor(() => person.lastMessage()?.text === 'Your ratings over the cycles.');
  return last(name);
}

describe('what Teo sees of himself', () => {
  it('is a table of both sides, cycle by cycle, without a chart', async () => {
    const message = await me('Teo');
    expect(tableOf(message)?.[0]).toEqual(['Competency', 'Q3 2026', 'Q4 2026']);
    expect(tableOf(message)?.[4]).toEqual([
      'Execution',
      'Developing | Meeting',
      'Meeting | Exceeding',
    ]);
    expect(visibleText(message)).toContain('You | your manager.');
    expect(chartsOf(message)).toEqual([]);
    expect(checkPayload('message', { text: message.text, blocks: message.blocks })).toEqual([]);
  });

  it('is behind a button a chart of how he rated himself, and one of how his manager did', async () => {
    const message = await asChart('Teo');
    const [own, manager] = chartsOf(message);
    expect(own?.title).toBe('How you rated yourself');
    expect(own?.chart.series[3]).toEqual({
      name: 'Execution',
      data: [
        { label: 'Q3 2026', value: 2 },
        { label: 'Q4 2026', value: 3 },
      ],
    });
    expect(manager?.title).toBe('How your manager rated you');
    expect(manager?.chart.series[0]?.data.map(({ value }) => value)).toEqual([3, 4]);
    expect(checkPayload('message', { text: message.text, blocks: message.blocks })).toEqual([]);
  });

  it('has all ratings as a table too, with the way to each brief', async () => {
    const teo = ladder.as('Teo');
    const message = await asChart('Teo');
    expect(tableOf(message)?.[1]?.slice(1)).toEqual([
      'Developing | Meeting',
      'Meeting | Exceeding',
    ]);
    await teo.click(message, 'Brief Q3 2026');
    await ladder.slack.waitFor(() => reads(teo).includes('your brief for Q3 2026'));
    await teo.close({ all: true });
  });

  it('has nothing of it before a first check-in', async () => {
    const message = await me('Rosa');
    expect(tableOf(message)).toBeUndefined();
    expect(visibleText(message)).not.toContain('ratings');
  });
});

describe('what Mika sees of Teo', () => {
  it('is the cycles that the two were in, with charts', async () => {
    const message = await ratingsOfTeo('Mika');
    expect(chartsOf(message).map(({ title }) => title)).toEqual([
      'How they rated themselves',
      'How you rated them',
    ]);
    expect(visibleText(message)).toContain('In this role for 1 year');
  });

  it('is nothing while her own view of him is still to come', async () => {
    await openQuarter(ladder);
    await sendCheckIn(ladder, 'Teo');
    const message = await ratingsOfTeo('Mika');
    expect(visibleText(message)).toContain('Your own view comes first');
    expect(visibleText(message)).toContain('Give my view');
    expect(JSON.stringify(message)).not.toContain('Developing');
  });

  it('leaves him his own ratings meanwhile, the new ones without hers', async () => {
    await openQuarter(ladder);
    await sendCheckIn(ladder, 'Teo');
    const [head, first] = tableOf(await me('Teo')) ?? [];
    expect(head).toEqual(['Competency', 'Q3 2026', 'Q4 2026', 'Q1 2027']);
    expect(first?.slice(1)).toEqual(['Developing | Meeting', 'Meeting | Exceeding', 'Exceeding']);
  });
});

describe('anybody else', () => {
  it('sees nothing of it', async () => {
    for (const name of ['Ada', 'Noor', 'Rosa']) {
      const message = await ratingsOfTeo(name);
      expect(visibleText(message)).toContain("These ratings aren't open to you");
      expect(JSON.stringify(message)).not.toContain('Developing');
    }
  });

  it('sees nothing of it as his new manager either, and the former one no more', async () => {
    await giveManager(ladder, 'Teo', 'Noor');
    expect(JSON.stringify(await ratingsOfTeo('Noor'))).not.toContain('Developing');
    expect(visibleText(await ratingsOfTeo('Mika'))).toContain("These ratings aren't open to you");
  });
});
