import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bot, people, workspace } from '../../playground/made-up-workspace.js';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { placeOf } from '../../src/database/embedded/place.js';
import { projectPath } from '../../src/project-path.js';
import { type Ended, runNode, startNode } from '../support/node-process.js';

/** The user of the service, whom each Debian machine has. */
const daemon = 1;
const tokens = { SLACK_BOT_TOKEN: 'xoxb-root', SLACK_SIGNING_SECRET: 'a secret of root' };

let slack: LocalSlack;
let folder: string;
let checkout: string;
let data: string;
let more: NodeJS.ProcessEnv;
beforeAll(async () => {
  const { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: signingSecret } = tokens;
  slack = await startLocalSlack({ workspace, people, bot, botToken, signingSecret });
});
afterAll(() => slack.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-root-'));
  chmodSync(folder, 0o755);
  // The same files at a place that the test may close to others.
  checkout = join(folder, 'checkout');
  mkdirSync(checkout);
  execFileSync('mount', ['--bind', projectPath(), checkout]);
  data = join(folder, 'data');
  more = {};
});
afterEach(() => {
  execFileSync('umount', ['--lazy', checkout]);
  rmSync(folder, { recursive: true, force: true });
});

const environment = () => ({
  env: { ...tokens, DATA_DIR: data, PORT: '0', SLACK_API_URL: slack.apiUrl, ...more },
  cwd: folder,
});

/** Starts the server, waits until it is ready, and stops it; how it ended, by itself or so. */
async function runServer(uid = 0): Promise<Ended & { wasReady: boolean }> {
  const server = startNode(join(checkout, 'dist/src/main.js'), [], { ...environment(), uid });
  let over = false;
  void server.ended.then(() => {
    over = true;
  });
  const isReady = () => server.out().includes('"msg":"ready"');
  while (!over && !isReady()) await new Promise((resolve) => setTimeout(resolve, 20));
  server.kill('SIGTERM');
  return { ...(await server.ended), wasReady: isReady() };
}

const ladder = (...words: string[]) =>
  runNode(join(checkout, 'dist/src/cli.js'), words, environment());

/** Everybody to whom something in the data directory belongs. */
function owners(): number[] {
  const names = readdirSync(data, { recursive: true }) as string[];
  return [...new Set(['.', ...names].map((name) => statSync(join(data, name)).uid))];
}

describe('a Ladder that root starts', () => {
  it('works in a checkout that nobody else can read', async () => {
    chmodSync(folder, 0o700);
    expect(await runServer()).toMatchObject({ wasReady: true, code: 0, error: '' });
    expect(owners()).toEqual([0]);
  });

  it('runs Postgres as nobody where user namespaces are forbidden, or says what to do', async () => {
    const programs = join(folder, 'programs');
    mkdirSync(programs);
    writeFileSync(join(programs, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    more = { PATH: `${programs}:${process.env.PATH}` };
    expect(await runServer()).toMatchObject({ wasReady: true, code: 0, error: '' });
    expect(await runServer()).toMatchObject({ wasReady: true, code: 0, error: '' });
    expect(owners()).toEqual([statSync(data).uid]);
    expect(owners()).not.toEqual([0]);
    chmodSync(folder, 0o700);
    const { code, error } = await runServer();
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringContaining("The user nobody must be able to read Ladder's folder"),
    });
  });

  it('is not led to a folder that somebody else has made for its socket', async () => {
    data = join(folder, 'a-rather-long-name-for-a-directory'.repeat(4));
    const { sockets } = placeOf(data);
    mkdirSync(sockets, { mode: 0o700 });
    chownSync(sockets, daemon, daemon);
    const { code, error } = await runServer();
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringContaining(`The folder ${sockets} is not Ladder's alone`),
    });
    rmSync(sockets, { recursive: true });
    expect(await runServer()).toMatchObject({ wasReady: true, code: 0 });
    rmSync(sockets, { recursive: true });
  });
});

describe("root's commands on the data of a service that is stopped", () => {
  it.each([['people', 'list'], ['deliveries', 'list'], ['cycle', 'list'], ['doctor']])(
    'leave all of it to its user: %s %s',
    async (...words) => {
      mkdirSync(data);
      chownSync(data, daemon, daemon);
      expect(await runServer(daemon)).toMatchObject({ wasReady: true, code: 0 });
      const written = statSync(join(data, 'database', 'global', 'pg_control')).mtimeMs;
      expect(await ladder(...words)).toMatchObject({ code: 0, error: '' });
      expect(statSync(join(data, 'database', 'global', 'pg_control')).mtimeMs).not.toBe(written);
      expect(owners()).toEqual([daemon]);
      expect(await runServer(daemon)).toMatchObject({ wasReady: true, code: 0, error: '' });
    },
  );

  it('make what is missing for whom the place belongs to', async () => {
    mkdirSync(join(folder, 'home'));
    chownSync(join(folder, 'home'), daemon, daemon);
    data = join(folder, 'home', 'data');
    expect(await ladder('people', 'list')).toMatchObject({ code: 0 });
    expect(owners()).toEqual([daemon]);
    expect(await runServer(daemon)).toMatchObject({ wasReady: true, code: 0 });
  });
});

describe("a service some of whose data are root's", () => {
  it('says whom they must belong to', async () => {
    mkdirSync(data);
    chownSync(data, daemon, daemon);
    expect(await runServer(daemon)).toMatchObject({ wasReady: true });
    execFileSync('chown', ['-R', 'root:', join(data, 'database')]);
    const { code, error } = await runServer(daemon);
    expect({ code, error }).toEqual({
      code: 1,
      error: expect.stringMatching(/denied.* hand it over: chown -R daemon /),
    });
    execFileSync('chown', ['-R', 'daemon:', data]);
    expect(await runServer(daemon)).toMatchObject({ wasReady: true, code: 0 });
  });
});
