import { z } from 'zod';
import type { TokenKey } from '../../domain/installation/token-keys.js';
import { UserFacingError } from '../errors/index.js';
import { type Sealed, SealedError, seal, unseal } from './sealing.js';

/** What speaks for the app in one workspace. */
export interface Tokens {
  botToken: string;
  /** Set where the app's tokens expire: what the next one is asked for with. */
  refreshToken?: string | undefined;
}

const schema = z.object({ botToken: z.string(), refreshToken: z.string().optional() });

/** The tokens of a workspace, encrypted; they can be opened for the same workspace alone. */
export function sealTokens(
  keys: readonly TokenKey[],
  workspaceId: string,
  { botToken, refreshToken }: Tokens,
): { keyId: string; sealedTokens: Sealed['bytes'] } {
  const { keyId, bytes } = seal(keys, JSON.stringify({ botToken, refreshToken }), workspaceId);
  return { keyId, sealedTokens: bytes };
}

/** Opens them. Throws UserFacingError where none of the keys does. */
export function openTokens(
  keys: readonly TokenKey[],
  { workspaceId, keyId, sealedTokens }: SealedTokens,
): Tokens {
  try {
    return schema.parse(JSON.parse(unseal(keys, { keyId, bytes: sealedTokens }, workspaceId)));
  } catch (error) {
    if (error instanceof SealedError) throw new UserFacingError(sealedText(error));
    throw error;
  }
}

export interface SealedTokens {
  workspaceId: string;
  keyId: string;
  sealedTokens: Sealed['bytes'];
}

function sealedText({ kind, keyId }: SealedError): string {
  if (kind === 'missing') {
    return `The tokens are encrypted with the key ${keyId}, which TOKENS_KEY doesn't have. Set it to that key again, behind a comma if another one is in front; or install the app anew, which stores new tokens.`;
  }
  return 'The tokens in the database are damaged. Install the app anew, which stores new ones.';
}
