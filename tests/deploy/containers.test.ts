import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfig, variableNames } from '../../src/config.js';
import { projectPath } from '../../src/project-path.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';

const read = (name: string) => readFileSync(projectPath(name), 'utf8');
const dockerfile = read('Dockerfile');
/** The words of an instruction, the last of its kind. */
const last = (instruction: string) =>
  [...dockerfile.matchAll(new RegExp(`^${instruction} (.+)$`, 'gm'))].at(-1)?.[1] ?? '';

describe('the Dockerfile', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess();
  });
  afterAll(() => server.remove());

  it('runs what a release has, as no privileged user, on the Node of the docs', () => {
    const [, tree = ''] = /^COPY --from=build (\S+) \1$/m.exec(dockerfile) ?? [];
    expect(dockerfile).toContain(`scripts/release.mjs --tree ${tree}`);
    const [node, program = ''] = JSON.parse(last('CMD'));
    expect(node).toBe('node');
    expect(existsSync(projectPath(program.replace(`${tree}/`, '')))).toBe(true);
    expect(last('USER')).toBe('node');
    expect(dockerfile.match(/^FROM node:24-slim/gm)).toHaveLength(2);
    const set = last('ENV')
      .split(' ')
      .map((pair) => pair.split('=')[0]);
    for (const name of set) expect([...variableNames, 'NODE_ENV']).toContain(name);
  });

  it('asks a running server for its health, and a stopped one in vain', () => {
    const [, ...words] = JSON.parse(/CMD (\[.+\])$/.exec(last('HEALTHCHECK'))?.[1] ?? '[]');
    const ask = (port: number) =>
      spawnSync(process.execPath, words, { env: { PORT: String(port) } }).status;
    expect(ask(server.port)).toBe(0);
    expect(ask(9)).toBe(1);
  });

  it('takes along everything that a build needs, and no secret', () => {
    const left = read('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(left).toEqual(expect.arrayContaining(['.env*', '!.env.example', '.git', 'data']));
    const tracked = execFileSync('git', ['ls-files'], { cwd: projectPath(), encoding: 'utf8' });
    const lost = tracked
      .split('\n')
      .filter((file) => left.some((one) => file.startsWith(`${one}/`)));
    expect(lost).toEqual([]);
  });
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml'));
  const { ladder, db } = services;

  it('gives Ladder a configuration that it starts with, and the Postgres beside it', () => {
    const filled = JSON.stringify(ladder.environment).replace(
      /\$\{POSTGRES_PASSWORD[^}]*\}/g,
      'abc',
    );
    const environment = {
      ...JSON.parse(filled),
      PORT: '3000',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
    };
    const { databaseUrl, host } = readConfig(environment);
    expect(host).toBe('0.0.0.0');
    expect(new URL(databaseUrl ?? '')).toMatchObject({
      hostname: 'db',
      username: db.environment.POSTGRES_USER,
      password: 'abc',
    });
    expect(ladder.depends_on).toEqual({ db: { condition: 'service_healthy' } });
  });

  it('opens the port to this machine alone, and nothing of the database', () => {
    expect(ladder.ports).toEqual(['127.0.0.1:3000:3000']);
    expect(db.ports).toBeUndefined();
    expect(ladder).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(Object.keys(volumes)).toEqual(['database']);
  });
});
