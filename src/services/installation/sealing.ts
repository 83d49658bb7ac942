import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { TokenKey } from '../../domain/installation/token-keys.js';

/** A text that only a key opens. */
export interface Sealed {
  keyId: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Why a sealed text can't be opened: its key is missing, or it was altered. */
export class SealedError extends Error {
  override name = 'SealedError';
  constructor(
    readonly kind: 'missing' | 'altered',
    readonly keyId: string,
  ) {
    super(kind === 'missing' ? `the key ${keyId} is missing` : 'what was encrypted was altered');
  }
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a text with the first key (AES-256-GCM). `belongsTo` is what it is for, such as the id of its
 * row: only for the same it can be opened, so that nobody can lay it elsewhere. Throws without a key.
 */
export function seal(keys: readonly TokenKey[], text: string, belongsTo: string): Sealed {
  const [key] = keys;
  if (!key) throw new Error('there is no key to encrypt with');
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key.secret, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(belongsTo));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { keyId: key.id, bytes: new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), body])) };
}

/** Decrypts what `seal` returned, with whichever key it names. Throws SealedError. */
export function unseal(
  keys: readonly TokenKey[],
  { keyId, bytes }: Sealed,
  belongsTo: string,
): string {
  const key = keys.find(({ id }) => id === keyId);
  if (!key) throw new SealedError('missing', keyId);
  try {
    const iv = bytes.subarray(0, ivBytes);
    const decipher = createDecipheriv(algorithm, key.secret, iv, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(belongsTo));
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const body = bytes.subarray(ivBytes + tagBytes);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    // Node's own error says no more than that.
    throw new SealedError('altered', keyId);
  }
}
