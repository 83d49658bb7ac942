import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../src/database/connection.js';
import { type OpenEmbedded, openEmbedded } from '../../src/database/embedded.js';
import { openDatabase } from '../../src/database/index.js';
import {
  type Certificate,
  makeCertificate,
  startTlsDatabase,
  type TlsDatabase,
} from '../support/tls-database.js';

let folder: string;
let server: OpenEmbedded;
const fronts: TlsDatabase[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ladder-connecting-'));
  server = await openEmbedded(join(folder, 'data'));
  await withClient(server.url, async (client) => {
    await client.query(`CREATE ROLE locked LOGIN PASSWORD 'right'; CREATE ROLE outside LOGIN`);
    const { rows } = await client.query<{ hba_file: string }>('SHOW hba_file');
    const rules = [
      'local all locked scram-sha-256',
      'local all outside reject',
      'local all all trust',
    ];
    writeFileSync(rows[0]?.hba_file ?? '', `${rules.join('\n')}\n`);
    await client.query('SELECT pg_reload_conf()');
  });
});
afterAll(async () => {
  for (const front of fronts) await front.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What the start says to this URL; nothing if it is through. */
const startAt = (databaseUrl: string) =>
  openDatabase({ databaseUrl, dataDirectory: '' }).then(
    async ({ close }) => close(),
    (error: Error) => error.message,
  );

function as(user: string, password = ''): string {
  const url = new URL(server.url);
  url.username = user;
  url.password = password;
  return url.href;
}

/** The database behind TLS with this certificate. */
async function encrypted(shown: Certificate, parameters: string): Promise<string> {
  const front = await startTlsDatabase(server.url, shown);
  fronts.push(front);
  return `postgresql://postgres@localhost:${front.port}/postgres?${parameters}`;
}

describe('a connection', () => {
  it('with a wrong password is told from one without, and neither shows it', async () => {
    const wrong = await startAt(as('locked', 'wrong'));
    expect(wrong).toMatch(/refuses the password of locked \(28P01\)/);
    expect(wrong).not.toContain('wrong');
    expect(await startAt(as('locked'))).toMatch(/asks for a password of locked/);
    // A database in which nobody has made Ladder's tables, whatever the other tests did in theirs.
    const empty = new URL(as('locked', 'right'));
    empty.pathname = '/template1';
    expect(await startAt(empty.href)).toMatch(/The role locked may not make tables/);
  });

  it('that no line of pg_hba.conf allows is told so', async () => {
    expect(await startAt(as('outside'))).toMatch(
      /lets outside not into the database postgres .*\(28000\).* Add a line to its pg_hba\.conf/,
    );
  });
});

describe('an encrypted connection', () => {
  it('to a server with a private authority asks for its certificate, and then works', async () => {
    const authority = makeCertificate(folder, 'authority', {});
    const shown = makeCertificate(folder, 'signed', { signedBy: authority });
    const url = await encrypted(shown, 'sslmode=require');
    expect(await startAt(url)).toMatch(
      /was signed by an authority that this machine doesn't know .* sslrootcert=FILE .* uselibpqcompat=true&sslmode=require\. sslmode=require alone means verify-full here\./,
    );
    expect(await startAt(`${url}&sslrootcert=${authority.certificate}`)).toBeUndefined();
    expect(await startAt(`${url}&uselibpqcompat=true`)).toBeUndefined();
    expect(await startAt(url.replace('require', 'no-verify'))).toBeUndefined();
  });

  it('to a server with a certificate of its own making says so', async () => {
    const shown = makeCertificate(folder, 'own', {});
    const url = await encrypted(shown, 'sslmode=verify-full');
    expect(await startAt(url)).toMatch(/is self-signed \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
    expect(await startAt(`${url}&sslrootcert=${shown.certificate}`)).toBeUndefined();
  });

  it('to a server whose certificate is for another name says so', async () => {
    const shown = makeCertificate(folder, 'other', { host: 'db.example.com' });
    const url = await encrypted(shown, `sslmode=verify-full&sslrootcert=${shown.certificate}`);
    expect(await startAt(url)).toMatch(/is for another name/);
  });

  it('to a server whose certificate has expired says so', async () => {
    const shown = makeCertificate(folder, 'expired', { days: -1 });
    const url = await encrypted(shown, `sslmode=verify-full&sslrootcert=${shown.certificate}`);
    expect(await startAt(url)).toMatch(/has expired \(CERT_HAS_EXPIRED\)\. Renew it/);
  });

  it('to a server that takes none says so', async () => {
    const url = new URL(server.url);
    url.searchParams.set('sslmode', 'verify-full');
    expect(await startAt(url.href)).toMatch(/takes no TLS.*ssl = on.*sslmode=disable/);
  });

  it('with a file that isn’t there, or no certificate, names the file', async () => {
    const text = join(folder, 'text.pem');
    writeFileSync(text, 'no certificate');
    for (const [file, code] of [
      [join(folder, 'none.pem'), 'ENOENT'],
      [folder, 'EISDIR'],
    ]) {
      const said = await startAt(`postgresql://db/ladder?sslmode=verify-full&sslrootcert=${file}`);
      expect(said).toContain(`${file}, the file of sslrootcert, can't be used (${code})`);
    }
    const said = await startAt(
      `postgresql://db/ladder?sslmode=verify-full&sslcert=${text}&sslkey=${text}`,
    );
    expect(said).toMatch(/text\.pem, the file of sslkey, can't be used/);
  });
});

describe('a standby', () => {
  it('is refused, and the primary is asked for', async () => {
    const directory = join(folder, 'standby');
    await (await openEmbedded(directory)).close();
    writeFileSync(join(directory, 'database', 'standby.signal'), '');
    const standby = await openEmbedded(directory);
    expect(await startAt(standby.url)).toBe(
      'The server is a standby: nothing can be saved there. Name the primary in DATABASE_URL.',
    );
    await standby.close();
  });
});
