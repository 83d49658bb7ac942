import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';

/** Returns texts as the files of a .tar.gz archive that only their owner can read once they are out of it. */
export function textArchive(madeAt: Date, texts: Readonly<Record<string, string>>): Readable {
  const tar = pack();
  for (const [name, text] of Object.entries(texts)) {
    tar.entry({ name, mode: 0o600, mtime: madeAt }, text);
  }
  tar.finalize();
  const archive = new PassThrough();
  // The error is for the reader of the archive.
  pipeline(tar, createGzip(), archive).catch((error) => archive.destroy(error));
  return archive;
}
