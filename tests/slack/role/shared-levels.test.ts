import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '../../../playground/made-up-workspace.js';
import { placePeople } from '../../../playground/place-people.js';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { ladderFileOf } from '../../support/large-framework.js';
import { sharedLevels } from '../../support/shared-levels.js';

let ladder: TestLadder;
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ladder-shared-'));
  const frameworkFile = join(directory, 'shared.yaml');
  writeFileSync(frameworkFile, ladderFileOf(sharedLevels()));
  ladder = await startTestLadder({ placed: false, config: { frameworkFile } });
  const { context, workspace } = ladder.ladder;
  const teo = people.filter(({ id }) => id === 'U0TEO');
  const mobile = teo.map((person) => ({ ...person, role: 'mobile-3', manager: '' }));
  await placePeople(context, workspace.id, mobile);
});
afterAll(async () => {
  await ladder.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** What a person is answered, in the ack or after it, once its text says that. */
async function answerTo(name: 'Teo' | 'Rosa', text: string, words: string) {
  const person = ladder.as(name);
  const { message } = await person.command('/ladder', text);
  const saying = (one: typeof message) => one?.text.includes(words) && one;
  return saying(message) || ladder.slack.waitFor(() => saying(person.lastMessage()));
}

const buttonsOf = (message: unknown) =>
  [...JSON.stringify(message).matchAll(/"type":"button","text":\{[^}]*?"text":"([^"]+)"/g)].map(
    ([, text]) => text,
  );

describe('On a ladder whose levels eight tracks share', () => {
  it('Teo, a mobile engineer, finds the level of his own track', async () => {
    const { text } = await answerTo('Teo', 'ic5', 'Staff Engineer');
    expect(text).toContain('IC5 · Mobile');
  });

  it('compares two of its levels by their codes', async () => {
    const { text } = await answerTo('Teo', 'compare ic3 ic4', 'Senior Engineer');
    expect(text).not.toContain('Which one');
  });

  it('Rosa, whose role is not known, is asked which one, by its track', async () => {
    const message = await answerTo('Rosa', 'ic5', 'may mean several. Which one?');
    expect(buttonsOf(message)).toContain('Staff Engineer · Backend');
    await ladder.as('Rosa').click(message, 'Staff Engineer · Backend');
    await ladder.slack.waitFor(() =>
      ladder.as('Rosa').lastMessage()?.text.includes('IC5 · Backend'),
    );
  });

  it('a picker finds what a look-up finds, and says whose track it is', async () => {
    const rosa = ladder.as('Rosa');
    const message = await answerTo('Rosa', 'machine learning ic4', 'IC4 · Machine Learning');
    const { options } = await rosa.loadOptions(message, 'role.pick_load', 'tpm');
    expect(options.map(({ value }) => value)).toEqual(['technical-program-manager']);
    const all = await rosa.loadOptions(message, 'role.pick_load');
    expect(all.options.map(({ text }) => text)).toContain('Senior Engineer · Web');
  });
});
