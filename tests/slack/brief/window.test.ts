import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { growthSentence } from '../../../src/domain/brief/brief.js';
import { openBriefButton } from '../../../src/slack/brief/links.js';
import { actions } from '../../../src/slack/ui/blocks.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { clientOf } from '../../support/local-slack.js';
import { inModal, reveal, untilModal } from '../conversation/desk.js';

let ladder: TestLadder;
let checkInId: string;
beforeAll(async () => {
  ladder = await startTestLadder();
  checkInId = await reveal(ladder);
  const { db } = ladder.ladder.context;
  const checkIn = await db.checkIn.findUniqueOrThrow({ where: { id: checkInId } });
  const { workspaceId, assessmentId } = checkIn;
  const same = { workspaceId, editedAt: ladder.clock.now() };
  for (const [competencyKey, self, manager, text] of said) {
    const ownText = { ...same, competencyKey, text };
    await db.checkInAnswer.create({ data: { ...ownText, ...rated(self), checkInId } });
    await db.assessmentAnswer.create({
      data: { ...same, competencyKey, ...rated(manager), assessmentId: assessmentId ?? '' },
    });
  }
  await db.checkIn.update({ where: { id: checkInId }, data: { next: 'grow', needs: 'A project' } });
});
afterAll(() => ladder.stop());

/** The five competencies, both sides, and what Teo wrote; null is "No opportunity yet". */
const said: [string, string | null, string, string][] = [
  ['expertise', 'developing', 'meeting', ''],
  [
    'collaboration',
    'exceeding',
    'exceeding',
    `Ran the pricing workshop. ${'So it went on. '.repeat(40)}`,
  ],
  ['impact', null, 'meeting', 'No new joiner to buddy'],
  ['execution', 'developing', 'exceeding', ''],
  ['leadership', 'meeting', 'developing', ''],
];

function rated(ratingKey: string | null) {
  return { ratingKey, noOpportunity: ratingKey === null };
}

async function open(name: string): Promise<string> {
  const person = ladder.as(name);
  if (person.modal()) await person.close({ all: true });
  await clientOf(ladder.slack, 'xoxb-test').chat.postMessage({
    channel: person.id,
    text: 'A brief',
    blocks: [actions([openBriefButton(checkInId, 'Open the brief')])],
  });
  const message = person.lastMessage();
  if (!message) throw new Error('the message did not arrive');
  await person.click(message, 'Open the brief');
  await untilModal(ladder, name, 'All competencies');
  return inModal(ladder, name);
}

/** What stands between two of a window's headings. */
function between(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  expect(text).toContain(to);
  return text.slice(text.indexOf(from), text.indexOf(to));
}

describe('the window of a brief', () => {
  it.each(['Teo', 'Mika'])('leads %s from a strength to the differences and on', async (name) => {
    const text = await open(name);
    const places = [
      'A strength that you both see',
      'Talk first about',
      'All competencies',
      'What Teo wants next',
      'What each of you wrote',
      growthSentence,
    ].map((words) => text.indexOf(words));
    expect(places[0]).toBeGreaterThan(0);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('names the two in its title', async () => {
    await open('Mika');
    expect(ladder.as('Mika').modal()?.title).toBe('Brief · Teo and Mika');
  });

  it('has the beginning of what was written about the strength, and all of it below', async () => {
    const text = await open('Teo');
    const strength = between(text, 'A strength that you both see', 'Talk first about');
    expect(strength).toContain('Collaboration and communication');
    expect(strength).toContain('both: Exceeding');
    expect(strength).toContain('Ran the pricing workshop.');
    expect(strength).toContain('…');
    expect(text.slice(text.indexOf('What each of you wrote'))).toContain(said[1]?.[3].trim());
  });

  it('has three differences at most, "No opportunity yet" with its reason before all', async () => {
    const text = await open('Mika');
    const topics = between(text, 'Talk first about', 'All competencies');
    expect(topics.match(/^\d\. .*$/gm)).toEqual([
      expect.stringContaining('Internal impact'),
      expect.stringContaining('Execution'),
      expect.stringContaining('Professional expertise'),
    ]);
    expect(topics).toContain('No new joiner to buddy');
  });

  it('has all competencies in two columns', async () => {
    await open('Mika');
    const fields = (ladder.as('Mika').modal()?.blocks ?? []).flatMap((block) =>
      ((block.fields ?? []) as { text: string }[]).map(({ text }) => text),
    );
    expect(fields).toHaveLength(10);
    expect(fields[fields.indexOf('*Execution*') + 1]).toBe(
      'Teo: Developing · Mika: Exceeding\nMika 2 higher',
    );
  });
});
