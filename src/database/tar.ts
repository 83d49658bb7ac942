import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
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
  // As a file of its own, so that all of it is checked: from a pipe tar reads no further than it needs.
  const tar = join(into, 'unpacked.tar');
  await pipeline(createReadStream(file), createGunzip(), createWriteStream(tar, { mode: 0o600 }));
  await runTar(['-xf', tar, '--no-same-owner', '-C', into]);
  await rm(tar);
}

function runTar(words: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('tar', words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.once('error', () => reject(new Error('The program tar is needed. Install it.')));
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(said.trim() || `tar ended with ${code}`)),
    );
  });
}
