import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { DatabaseProblem } from './problem.js';

/**
 * Checks the certificate files, whose errors would otherwise be thrown where nothing can catch
 * them.
 */
export function checkCertificates(connectionString: string): void {
  const { searchParams } = new URL(connectionString);
  const files = { ca: 'sslrootcert', cert: 'sslcert', key: 'sslkey' };
  const contents: Record<string, Buffer> = {};
  for (const [name, parameter] of Object.entries(files)) {
    const file = searchParams.get(parameter);
    if (file === null) continue;
    try {
      contents[name] = readFileSync(file);
      if (name !== 'cert') createSecureContext({ [name]: contents[name] });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new DatabaseProblem(
        [
          `DATABASE_URL: ${file}, the file of ${parameter}, can't be used (${code}). It must be a PEM file that Ladder's user may read.`,
        ],
        { cause: error },
      );
    }
  }
  try {
    createSecureContext(contents);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DatabaseProblem(
      [
        `DATABASE_URL: sslcert and sslkey don't go together (${code}). Name a certificate and its own key, as PEM files.`,
      ],
      { cause: error },
    );
  }
}
