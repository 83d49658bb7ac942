import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';

/** What stands before a server that speaks plain text, for those who want it encrypted. */
export interface TlsFront {
  port: number;
  /** The file of its certificate, which nobody trusts by themselves. */
  certificate: string;
  close(): Promise<void>;
}

/** Its certificate is made for the host's name, by openssl, in the folder. */
export async function startTlsFront(
  host: string,
  { port, folder }: { port: number; folder: string },
): Promise<TlsFront> {
  const key = join(folder, 'key.pem');
  const certificate = join(folder, 'certificate.pem');
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc'];
  const name = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  const files = ['-keyout', key, '-out', certificate];
  execFileSync('openssl', ['req', ...kind, ...name, ...files], { stdio: 'ignore' });
  const sockets = new Set<Socket>();
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    (near) => {
      const far = connect(port, '127.0.0.1');
      far.on('error', () => near.destroy());
      near.on('error', () => far.destroy());
      near.on('close', () => far.destroy());
      near.pipe(far).pipe(near);
    },
  );
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    certificate,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
