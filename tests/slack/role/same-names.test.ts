import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../../playground/made-up-workspace.js';
import { placePeople } from '../../../playground/place-people.js';
import { visibleText } from '../../../playground/slack/index.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';

let ladder: TestLadder;
beforeAll(async () => {
  const frameworkFile = 'tests/support/ladders/railway';
  ladder = await startTestLadder({ placed: false, config: { frameworkFile } });
  const { context, workspace } = ladder.ladder;
  const teo = people.filter(({ id }) => id === 'U0TEO');
  const driver = teo.map((person) => ({ ...person, role: 'senior-driver', manager: '' }));
  await placePeople(context, workspace.id, driver);
});
afterAll(() => ladder.stop());

/** What a person is answered, in the ack or after it, once it says that. */
async function answerTo(name: 'Teo' | 'Rosa', text: string, words: string) {
  const person = ladder.as(name);
  const { message } = await person.command('/ladder', text);
  const saying = (one: typeof message) => one && visibleText(one).includes(words) && one;
  return saying(message) || ladder.slack.waitFor(() => saying(person.lastMessage()));
}

const buttonsOf = (message: unknown) =>
  [...JSON.stringify(message).matchAll(/"type":"button","text":\{[^}]*?"text":"([^"]+)"/g)]
    .map(([, text]) => text)
    .filter((text) => text !== 'Search' && text !== 'Help');

describe('On a ladder with the same names in several groups', () => {
  it.each([
    ['planning', ['Planning · Running the day', 'Planning · Building the line']],
    ['driver r2 planning', ['Planning · Running the day', 'Planning · Building the line']],
    ['my planning', ['Planning · Running the day', 'Planning · Building the line']],
    ['communication', ['Communication · With guests', 'Communication · Within the crew']],
    [
      'station team lead communication',
      ['Communication · With guests', 'Communication · Within the crew'],
    ],
    [
      'ground team lead communication',
      [
        'Team Lead · Line: Communication · Within the crew',
        'Team Lead · Station: Communication · With guests',
        'Team Lead · Station: Communication · Within the crew',
      ],
    ],
    ['driver', ['Driver (R1)', 'Driver (R2)']],
  ])('"%s" is asked back with what tells them apart', async (text, choices) => {
    const message = await answerTo('Teo', text, `“${text}” may mean several. Which one?`);
    expect(buttonsOf(message)).toEqual(choices);
  });

  it('a press on one shows the role in that competency', async () => {
    const message = await answerTo('Teo', 'driver r2 planning', '“driver r2 planning” may mean');
    await ladder.as('Teo').click(message, 'Planning · Building the line');
    const shown = await ladder.slack.waitFor(() => {
      const last = ladder.as('Teo').lastMessage();
      return last && visibleText(last).includes('Does as the rule book says') && last;
    });
    expect(shown.text).toContain('Driver: ');
  });

  it.each([
    ['driver r2 planning building the line', 'Does as the rule book says'],
    ['my planning line', 'Does as the rule book says'],
    ['ganger planning', 'Ganger'],
    ['Planning · Building the line', 'What it asks on 3 rungs of 2 tracks'],
    ['compare driver r1 driver r2', 'From Driver (R1) to Driver (R2)'],
    ['search reads tomorrow', 'Driver (R1) · Planning · Running the day'],
    ['search rivets', 'Steam · Builds, which no role asks yet'],
    ['search who drives', 'Planning · Running the day'],
    ['search first face', 'Porter'],
  ])('"%s" finds it', async (text, words) => {
    await answerTo('Teo', text, words);
  });

  it('a comparison has a row for each of them', async () => {
    const shown = visibleText(await answerTo('Teo', 'compare driver r1 driver r2', 'From Driver'));
    expect(shown).toContain('Planning · Running the day');
    expect(shown).not.toContain('the same in both');
  });

  it('a competency tells its rungs apart, without a column that nobody filled', async () => {
    const shown = visibleText(await answerTo('Teo', 'communication within crew', '6 rungs'));
    expect(shown).toContain('Driver (R1)');
    expect(shown).not.toContain('Driver · Driving');
    expect(shown).not.toContain('Usually');
  });

  it('who has no role yet is asked for it, where a question is about it', async () => {
    await answerTo('Rosa', 'my planning', "I don't know your role yet");
  });

  it('pickers tell the names apart', async () => {
    const message = await answerTo('Teo', 'ganger', 'Ganger');
    const shown = JSON.stringify(message);
    for (const label of ['Planning · Running the day', 'Driver (R2)', 'Team Lead · Station']) {
      expect(shown).toContain(label);
    }
  });
});
