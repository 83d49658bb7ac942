import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { projectPath } from '../../src/project-path.js';
import { type ServerProcess, startServerProcess } from '../support/server-process.js';
import { signedCommand } from '../support/signed-request.js';

const sample = (name: string) => readFileSync(projectPath('deploy', name), 'utf8');

let folder: string;
let server: ServerProcess;
const addresses: Record<string, string> = {};
const stops: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-deploy-'));
  server = await startServerProcess({ METRICS_PORT: '0' });
  for (const [name, start] of [
    ['nginx', startNginx],
    ['Caddy', startCaddy],
  ] as const) {
    const port = await freePort();
    addresses[name] = `http://127.0.0.1:${port}`;
    stops.push(await start(port));
  }
});
afterAll(async () => {
  for (const stop of stops) await stop();
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const taken: Server = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  await new Promise((resolve) => taken.close(resolve));
  return port;
}

/** Runs nginx with the sample: on a port of its own without TLS, and with this server behind it. */
async function startNginx(port: number) {
  const site = sample('nginx.conf')
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace(/^ *ssl_certificate.*$/gm, '')
    .replace('127.0.0.1:3000', `127.0.0.1:${server.port}`);
  expect(site).toContain(`proxy_pass http://127.0.0.1:${server.port};`);
  mkdirSync(join(folder, 'nginx'));
  const config = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, 'nginx', name)};`,
  );
  writeFileSync(
    config,
    `daemon off; pid ${folder}/nginx.pid; error_log stderr; ${process.getuid?.() === 0 ? 'user root;' : ''}
     events {} http { access_log off; ${temporary.join(' ')}\n${site} }`,
  );
  return startProxy('nginx', ['-c', config, '-p', folder], port);
}

/** The same with Caddy. */
async function startCaddy(port: number) {
  const site = sample('Caddyfile')
    .replace('ladder.example.com {', `http://127.0.0.1:${port} {`)
    .replace('127.0.0.1:3000', `127.0.0.1:${server.port}`);
  expect(site).toContain(`reverse_proxy 127.0.0.1:${server.port} {`);
  const config = join(folder, 'Caddyfile');
  writeFileSync(config, `{\n\tadmin off\n}\n${site}`);
  return startProxy('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], port);
}

async function startProxy(program: string, words: string[], port: number) {
  const env = { PATH: process.env.PATH, HOME: folder };
  const proxy = spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore'], env });
  const ended = once(proxy, 'exit');
  await vi.waitFor(() => fetch(`http://127.0.0.1:${port}`), { timeout: 30_000 });
  return () => {
    proxy.kill('SIGTERM');
    return ended;
  };
}

const signed = () => signedCommand(String(server.env.SLACK_SIGNING_SECRET), {});

describe.each(['nginx', 'Caddy'])('the sample for %s', (name) => {
  const address = () => addresses[name];

  it('passes a signed request of Slack on, unchanged', async () => {
    const response = await fetch(`${address()}/slack/events`, signed());
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Senior Business Operations Manager');
  });

  it('leaves it to Ladder to refuse one that is not signed', async () => {
    const request = signed();
    const response = await fetch(`${address()}/slack/events`, {
      ...request,
      body: `${request.body}x`,
    });
    expect(response.status).toBe(401);
  });

  it.each([
    '/',
    '/healthz',
    '/readyz',
    '/statusz',
    '/metrics',
    '/slack/events/',
    '/slack/events/../../statusz',
    '/slack/events%2f..%2f..%2fstatusz',
    '//statusz',
  ])('passes nothing else on: %s', async (path) => {
    const response = await fetch(`${address()}${path}`);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('{');
  });

  it('takes nothing but POST', async () => {
    expect([403, 404]).toContain((await fetch(`${address()}/slack/events`)).status);
  });
});

describe("systemd's unit", () => {
  it('is valid, and runs as the user of the docs in their folders', () => {
    const unit = sample('ladder.service').replace('/usr/bin/node', process.execPath);
    const file = join(folder, 'ladder.service');
    writeFileSync(file, unit);
    execFileSync('systemd-analyze', ['verify', '--man=no', '--recursive-errors=no', file], {
      stdio: 'pipe',
    });
    const page = readFileSync(projectPath('docs', 'setup.md'), 'utf8');
    for (const path of ['/opt/ladder', '/etc/ladder', '/var/lib/ladder']) {
      expect(unit).toContain(path);
      expect(page).toContain(path);
    }
    expect(unit).toMatch(/^User=ladder$/m);
  });

  it('is told from one that is not', () => {
    const file = join(folder, 'broken.service');
    writeFileSync(file, sample('ladder.service').replace(/^ExecStart=.*$/m, ''));
    expect(() =>
      execFileSync('systemd-analyze', ['verify', '--man=no', '--recursive-errors=no', file], {
        stdio: 'pipe',
      }),
    ).toThrow();
  });
});

describe("cron's line", () => {
  it('is one line for cron, with % as cron wants it', () => {
    const lines = sample('ladder-backup.cron')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(lines).toHaveLength(1);
    const [, command = ''] = /^(?:\S+ ){5}ladder (.+)$/.exec(lines[0] ?? '') ?? [];
    expect(command).not.toMatch(/(?<!\\)%/);
    execFileSync('sh', ['-n', '-c', command.replaceAll('\\%', '%')]);
  });
});
