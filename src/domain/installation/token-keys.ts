import { createHash } from 'node:crypto';

/** A key that tokens are encrypted with. The id says which one it is and tells nothing of it. */
export interface TokenKey {
  id: string;
  secret: Uint8Array;
}

/** AES-256 takes so many. */
const keyBytes = 32;

/** What makes a key, for the sentences about a wrong one. */
export const newKeyCommand = 'openssl rand -base64 32';

/**
 * Reads the keys of a variable, separated by commas: the first encrypts, each decrypts. Returns problems
 * in sentences that don't quote it.
 */
export function readTokenKeys(text: string): { keys: TokenKey[]; problem?: string } {
  const keys: TokenKey[] = [];
  const parts = text.split(',').map((part) => part.trim());
  for (const [place, part] of parts.entries()) {
    const secret = Buffer.from(part, 'base64');
    if (secret.length !== keyBytes || !/^[A-Za-z0-9+/]{43}=?$/.test(part)) {
      const which = parts.length === 1 ? 'TOKENS_KEY' : `Key ${place + 1} of TOKENS_KEY`;
      const problem = `${which} is no key: 32 random bytes in base64 are wanted. Make one with: ${newKeyCommand}`;
      return { keys: [], problem };
    }
    keys.push({ id: idOf(secret), secret });
  }
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    return { keys: [], problem: 'TOKENS_KEY has the same key twice. Leave one of them out.' };
  }
  return { keys };
}

function idOf(secret: Uint8Array): string {
  return createHash('sha256')
    .update('id of a key of tokens')
    .update(secret)
    .digest('hex')
    .slice(0, 8);
}
