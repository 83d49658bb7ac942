import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { textArchive } from '../../system/text-archive.js';

/**
 * Writes texts as files of a new .tar.gz archive that only its owner can read, whole or not at all.
 * Throws the system's error, also where the file exists by now.
 */
export async function writeArchive(
  file: string,
  madeAt: Date,
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  const part = join(dirname(file), `.${basename(file)}.${randomUUID().slice(0, 8)}`);
  try {
    await pipeline(
      textArchive(madeAt, texts),
      createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
    );
    // Unlike a renamed file, a link replaces none that has come in between.
    await link(part, file);
  } finally {
    await rm(part, { force: true });
  }
}
