import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestLadder, type TestLadder } from '../../support/ladder.js';
import { ladderFileOf, largeFramework } from '../../support/large-framework.js';

const framework = largeFramework();
let ladder: TestLadder;
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ladder-large-'));
  const frameworkFile = join(directory, 'large.yaml');
  writeFileSync(frameworkFile, ladderFileOf(framework));
  ladder = await startTestLadder({ placed: false, config: { frameworkFile } });
});
afterAll(async () => {
  await ladder.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** The latest message that Teo sees, once its text says that. */
function until(words: string) {
  return ladder.slack.waitFor(() => {
    const last = ladder.as('Teo').lastMessage();
    return last?.text.includes(words) && last;
  });
}

test.each([1, 13, 25, 60])(
  'Teo finds role %i of 60 by its short name, in the ack',
  async (role) => {
    const { message } = await ladder.as('Teo').command('/ladder', `r${role}`);
    expect(message?.text).toContain(`Role ${role} `);
  },
);

test('Teo picks one of 60 roles from a list that is loaded when he opens it', async () => {
  const teo = ladder.as('Teo');
  const { message } = await teo.command('/ladder', 'r2');
  if (!message) throw new Error('no answer in the ack');
  expect((await teo.loadOptions(message, 'role.pick_load')).options).toHaveLength(60);
  const { options } = await teo.loadOptions(message, 'role.pick_load', 'role 33');
  expect(options.map(({ value }) => value)).toEqual([framework.roles[32]?.key]);
  await teo.choose(message, 'role.pick_load', framework.roles[32]?.key ?? '');
  await until('Role 33 ');
});

test('Teo reads on in a window where a message is too short', async () => {
  const teo = ladder.as('Teo');
  const { message } = await teo.command('/ladder', 'r1');
  if (!message) throw new Error('no answer in the ack');
  await teo.click(message, 'Open in a window');
  const modal = await ladder.slack.waitFor(() => teo.modal());
  expect(JSON.stringify(modal)).toContain('Competency 2');
  await teo.click('modal', 'Show the next');
  await ladder.slack.waitFor(() => JSON.stringify(teo.modal()).includes('Back to the beginning'));
  await teo.close();
});

test('Teo pages through a message', async () => {
  const teo = ladder.as('Teo');
  const { message } = await teo.command('/ladder', 'r2');
  if (!message) throw new Error('no answer in the ack');
  await teo.click(message, 'Show the next');
  await ladder.slack.waitFor(() =>
    JSON.stringify(teo.lastMessage()).includes('Back to the beginning'),
  );
});
