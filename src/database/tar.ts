import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Writes files and folders of several places into one tar file, uncompressed, which is quick. */
export async function pack(
  file: string,
  sources: { from: string; name: string }[],
  { without }: { without: string },
): Promise<void> {
  const words = sources.flatMap(({ from, name }) => ['-C', from, name]);
  await runTar(['-cf', file, `--exclude=${without}`, ...words]);
}

/** Compresses a file into another one, which only its owner may read. */
export async function compress(file: string, into: string): Promise<void> {
  const out = createWriteStream(into, { mode: 0o600, flush: true });
  await pipeline(createReadStream(file), createGzip(), out);
}

/** Unpacks a compressed tar file into a folder. Throws if it is damaged, or none. */
export async function unpack(file: string, into: string): Promise<void> {
  const tar = startTar(['-xf', '-', '--no-same-owner', '-C', into]);
  await Promise.all([pipeline(createReadStream(file), createGunzip(), tar.input), tar.ended]);
}

function runTar(words: string[]): Promise<void> {
  const { input, ended } = startTar(words);
  input.end();
  return ended;
}

function startTar(words: string[]): { input: Writable; ended: Promise<void> } {
  const child = spawn('tar', words, { stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve, reject) => {
    let said = '';
    (child.stderr as Readable).setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.once('error', () => reject(new Error('The program tar is needed. Install it.')));
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(said.trim() || `tar ended with ${code}`)),
    );
  });
  return { input: child.stdin as Writable, ended };
}
