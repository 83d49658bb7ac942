import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/database/index.js';
import { runNode } from '../../support/node-process.js';
import { OddDatabases } from '../../support/odd-databases.js';
import { startServerProcess } from '../../support/server-process.js';
import { type Operator, startOperator } from '../operator.js';

const odd = new OddDatabases();
let operator: Operator;
let folder: string;
beforeAll(async () => {
  operator = await startOperator();
  folder = mkdtempSync(join(tmpdir(), 'ladder-doctor-'));
});
beforeEach(() => operator.forget());
afterAll(async () => {
  await operator.stop();
  await odd.remove();
  rmSync(folder, { recursive: true, force: true });
});

const doctor = () => operator.run('doctor');
/** What is not well, without the columns before it. */
const notWell = (out: string) =>
  out
    .split('\n')
    .filter((line) => /^(wrong|look)/.test(line))
    .map((line) => line.replace(/ {2,}/, ': ').replace(/ {2,}/, ': '));

/** What the start says of this data directory, and the doctor. */
async function startAndDoctor(dataDirectory: string) {
  delete operator.environment.DATABASE_URL;
  operator.environment.DATA_DIR = dataDirectory;
  const start = await openDatabase({ databaseUrl: undefined, dataDirectory }).then(
    async ({ close }) => close(),
    (error: Error) => error.message,
  );
  return { start, doctor: await doctor() };
}

describe('a DATA_DIR that can’t be one', () => {
  it('since it is a file is refused by the start and the doctor in the same words', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below')]) {
      const said = await startAndDoctor(path);
      expect(said.start).toBe(
        `DATA_DIR ${path} is not a directory. Set it to one; if it is missing, it is made.`,
      );
      expect(notWell(said.doctor.out)).toEqual([`wrong: database: ${said.start}`]);
      expect(said.doctor.code).toBe(1);
    }
  });

  it('since it is on no disk is refused by both', async () => {
    const said = await startAndDoctor('/proc/ladder');
    expect(said.start).toBe('/proc is on no disk. Set DATA_DIR to another directory.');
    expect(notWell(said.doctor.out)).toEqual([`wrong: database: ${said.start}`]);
  });

  it('since it is of an earlier Ladder is refused by both', async () => {
    mkdirSync(join(folder, 'earlier', 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'earlier', 'postgres', 'PG_VERSION'), '17');
    const said = await startAndDoctor(join(folder, 'earlier'));
    expect(said.start).toContain('is the database of an earlier version of Ladder');
    expect(notWell(said.doctor.out)).toEqual([`wrong: database: ${said.start}`]);
  });
});

describe('the doctor', () => {
  it('goes on where DATABASE_URL can’t be read, and shows nothing of its password', async () => {
    operator.environment.DATABASE_URL = 'postgresql://ladder:se#cret@db/ladder';
    const { code, out } = await doctor();
    expect(code).toBe(1);
    expect(notWell(out)).toEqual([expect.stringMatching(/^wrong: configuration: DATABASE_URL /)]);
    expect(out).not.toContain('cret@');
    for (const looked of ['framework', 'Slack', 'manifest'])
      expect(out).toContain(`ok     ${looked}`);
    expect(out).toContain('the bot token is valid');
  });

  it('says that the token is of another workspace than the data', async () => {
    await operator.db.workspace.create({ data: { slackTeamId: 'T0OTHER', name: 'Reed & Sons' } });
    const { code, out } = await doctor();
    expect(code).toBe(1);
    expect(notWell(out)).toEqual([
      'look: data: The bot token is of Moss & Fern, and the database holds Reed & Sons: Ladder would begin anew beside it. Use the token of that workspace, or another database.',
    ]);
    expect(out).toContain('Ladder can start, and 1 thing needs a look.');
  });

  it('says that Postgres gives fewer connections than the pool may hold', async () => {
    const own = operator.environment.DATABASE_URL ?? '';
    const grants = 'GRANT ALL ON ALL TABLES IN SCHEMA public TO ROLE';
    operator.environment.DATABASE_URL = await odd.asRole(own, 'LOGIN CONNECTION LIMIT 3', grants);
    const { code, out } = await doctor();
    expect(code).toBe(1);
    expect(notWell(out)).toEqual([
      expect.stringMatching(
        /^look: database: The role ladder_\w+ may have 3 connections at once, fewer than DATABASE_POOL_SIZE \(8\)/,
      ),
    ]);
    operator.environment.DATABASE_POOL_SIZE = '2';
    expect((await doctor()).code).toBe(0);
  });

  it('says that another program listens at the port, and that it may be a running Ladder', async () => {
    const other = createServer((_request, response) => response.end('hello'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = String((other.address() as AddressInfo).port);
    operator.environment.PORT = port;
    operator.environment.HOST = '127.0.0.1';
    expect(notWell((await doctor()).out)).toEqual([
      expect.stringMatching(`^wrong: ports: Port ${port} is taken.*Set PORT to a free one`),
    ]);
    other.removeAllListeners('request').on('request', (_request, response) => {
      response.end('{"alive":true,"version":"0"}');
    });
    expect((await doctor()).out).toContain(`PORT ${port} is a running Ladder's`);
    await new Promise((resolve) => other.close(resolve));
    operator.environment.HOST = '192.0.2.1';
    expect(notWell((await doctor()).out)).toEqual([
      expect.stringMatching(/^wrong: ports: Ladder can't listen at 192\.0\.2\.1.*Correct HOST/),
    ]);
  });

  it('says that the framework file can’t be read', async () => {
    operator.environment.FRAMEWORK_FILE = folder;
    expect(notWell((await doctor()).out)).toEqual([
      `wrong: framework: ${folder} has no YAML file. Give the path of a framework file, or of a folder of such files.`,
    ]);
  });
});

describe('the doctor in a process of its own, beside a server', () => {
  it('knows the server’s port, and that everybody may read .env', async () => {
    const server = await startServerProcess();
    const port = /"port":(\d+)/.exec(server.out())?.[1] ?? '';
    const env = { ...server.env, PORT: port };
    const look = () => runNode('dist/src/cli.js', ['doctor'], { env, cwd: server.dataDirectory });
    writeFileSync(join(server.dataDirectory, '.env'), 'LOG_LEVEL=info\n', { mode: 0o644 });
    chmodSync(join(server.dataDirectory, '.env'), 0o644);
    const open = await look();
    expect(open.out).toContain(`PORT ${port} is a running Ladder's`);
    expect(notWell(open.out)).toEqual([
      expect.stringMatching(/^look: configuration: The file \.env.*chmod 600 \.env$/),
    ]);
    expect(open.code).toBe(1);
    chmodSync(join(server.dataDirectory, '.env'), 0o640);
    expect((await look()).out).toContain('All is well.');
    await server.remove();
  });
});
