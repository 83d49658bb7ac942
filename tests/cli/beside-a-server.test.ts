import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectPath } from '../../src/project-path.js';
import { clockAt } from '../support/clock-at.js';
import { type Ended, runNode } from '../support/node-process.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { everyone } from './operator.js';

/** The real command in a process of its own, on the embedded database that a running server has open. */
describe('the command line beside a running server', () => {
  let server: ServerProcess;
  let imported: Ended;
  let opened: Ended;
  beforeAll(async () => {
    server = await startServerProcess();
    writeFileSync(join(server.dataDirectory, 'people.csv'), everyone);
    imported = await ladder('people', 'import', 'people.csv', '--yes');
    opened = await ladder('cycle', 'open', '--review-on', '2031-03-26', '--name', 'Far off');
  });
  afterAll(() => server.remove());

  /** The command on a machine whose clock says so. */
  const atAnotherTime = (now: string, ...words: string[]) =>
    runNode('dist/src/cli.js', words, {
      env: { ...server.env, TZ: 'Europe/Madrid', ...clockAt(now) },
      cwd: server.dataDirectory,
    });

  const ladder = (...words: string[]) =>
    runNode('dist/src/cli.js', words, {
      env: { ...server.env, TZ: 'Europe/Madrid' },
      cwd: server.dataDirectory,
    });

  it('imports people, and the server knows them at once', async () => {
    const { code, out } = imported;
    expect({ code, fact: out.split('\n')[0] }).toEqual({ code: 0, fact: '8 people: 8 new' });
    const sora = server.slack.as('U0SORA');
    await sora.command('/ladder');
    await server.slack.waitFor(() =>
      sora.lastMessage()?.text.includes('You are Senior Business Operations Manager'),
    );
  });

  it('lists people', async () => {
    const { code, out } = await ladder('people', 'list');
    expect({ code, last: out.trim().split('\n').at(-1) }).toEqual({ code: 0, last: '8 people' });
  });

  it('opens a cycle and lists it', async () => {
    expect(opened).toMatchObject({ code: 0, out: expect.stringContaining('Added Far off') });
    const { code, out } = await ladder('cycle', 'list');
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^Far off +2031-03-05/m) });
  });

  it('previews reminders in the zone of the machine', async () => {
    const { code, out } = await ladder('reminders', 'preview', '--on', '2031-03-05T15:00');
    expect({ code, first: out.split('\n')[0] }).toEqual({
      code: 0,
      first: 'From Wed 5 Mar 2031, 15:00 (Europe/Madrid) on:',
    });
  });

  it('sends reminders once', async () => {
    const send = () => atAnotherTime('2031-03-05T14:30:00Z', 'reminders', 'send');
    const first = await send();
    const second = await send();
    expect([first.code, first.error, second.code]).toEqual([0, '', 0]);
    expect(first.out).toMatch(/Sora Senior \(U0SORA\) +invitation +Far off +sent/);
    expect(second.out).toMatch(/^Nothing is due at Wed 5 Mar 2031, 15:30 \(Europe\/Madrid\)/);
  });

  it('checks a framework file', async () => {
    const file = projectPath('ladders', 'business-operations.yaml');
    const { code, out } = await ladder('framework', 'check', file);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('125 behaviours') });
  });

  it('finds nothing wrong', async () => {
    const { code, out } = await ladder('doctor');
    expect({ code, last: out.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      last: 'All is well.',
    });
  });

  it('ends with 2 on a word that it does not know', async () => {
    const { code, error } = await ladder('remind');
    expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining('reminders') });
  });
});

describe('the command line after a server', () => {
  it('works on the same data once the server has stopped', async () => {
    const server = await startServerProcess();
    onTestFinished(server.remove);
    const place = { env: server.env, cwd: server.dataDirectory };
    writeFileSync(join(server.dataDirectory, 'people.csv'), everyone);
    await runNode('dist/src/cli.js', ['people', 'import', 'people.csv', '--yes'], place);
    await server.stop();
    const { code, out } = await runNode('dist/src/cli.js', ['people', 'list'], place);
    expect({ code, last: out.trim().split('\n').at(-1) }).toEqual({ code: 0, last: '8 people' });
  });
});
