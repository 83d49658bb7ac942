import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, TLSSocket } from 'node:tls';
import { addressOf } from './breakable-database.js';

export interface TlsDatabase {
  port: number;
  close(): Promise<void>;
}

export interface Certificate {
  key: string;
  certificate: string;
}

/** A certificate for this host, self-signed or signed by another one; valid for so many days, or expired. */
export function makeCertificate(
  folder: string,
  name: string,
  {
    host = 'localhost',
    signedBy,
    days = 30,
  }: { host?: string; signedBy?: Certificate; days?: number },
): Certificate {
  const key = join(folder, `${name}.key`);
  const certificate = join(folder, `${name}.pem`);
  const request = join(folder, `${name}.csr`);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'ignore' });
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'];
  const extensions = [`subjectAltName=DNS:${host}`, 'basicConstraints=CA:TRUE'];
  const added = extensions.flatMap((extension) => ['-addext', extension]);
  openssl('req', ...kind, '-subj', `/CN=${name}`, ...added, '-keyout', key, '-out', request);
  const signer = signedBy
    ? ['-CA', signedBy.certificate, '-CAkey', signedBy.key]
    : ['-signkey', key];
  const made = ['-copy_extensions', 'copy', '-days', `${days}`, '-out', certificate];
  openssl('x509', '-req', '-in', request, ...signer, ...made);
  return { key, certificate };
}

/** What stands before a database and encrypts, as Postgres does it: asked for, then begun. */
export async function startTlsDatabase(url: string, shown: Certificate): Promise<TlsDatabase> {
  const context = createSecureContext({
    key: readFileSync(shown.key),
    cert: readFileSync(shown.certificate),
  });
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => {});
    near.once('data', () => {
      near.write('S');
      const encrypted = new TLSSocket(near, { isServer: true, secureContext: context });
      const far = connect(addressOf(url));
      sockets.add(far);
      for (const socket of [encrypted, far]) socket.on('error', () => near.destroy());
      encrypted.pipe(far).pipe(encrypted);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
