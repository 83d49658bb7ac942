import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPlayground } from '../../playground/start.js';
import { runNode } from '../support/node-process.js';
import { ladders } from './ladders.js';

let playground: Awaited<ReturnType<typeof startPlayground>>;
beforeAll(async () => {
  playground = await startPlayground({ port: 0 });
});
afterAll(() => playground.stop());

/** The command line beside the playground, as it says at its start. */
const ladder = (...words: string[]) =>
  runNode('dist/src/cli.js', ['framework', ...words], {
    env: { PATH: process.env.PATH, DATA_DIR: playground.dataDirectory },
    cwd: playground.dataDirectory,
  });

test('A ladder that is published in the playground stays, since no file is its source', async () => {
  const [[, file] = ['', () => '']] = ladders;
  const path = join(playground.dataDirectory, 'own.yaml');
  writeFileSync(path, file());
  const published = await ladder(
    'publish',
    path,
    '--yes',
    '--by',
    'Wren',
    '--even-if-nobody-stays',
  );
  expect(published).toMatchObject({ code: 0, error: '' });
  expect(published.out).toContain('It is version 2 now.');
  expect(published.out).not.toContain('FRAMEWORK_FILE');
  const { out } = await ladder('versions', '--json');
  expect(JSON.parse(out)).toMatchObject([
    { number: 2, publishedBy: 'Wren' },
    { number: 1, publishedBy: 'Ladder', note: 'the built-in ladder' },
  ]);
});
