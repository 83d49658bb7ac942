import type { TokenKey } from '../../domain/installation/token-keys.js';
import type { Context } from '../context.js';
import { UserFacingError } from '../errors/index.js';
import { openTokens, sealTokens } from './tokens.js';

const rowsAtOnce = 20;

interface Rotation {
  /** How many workspaces' tokens have the first key now, and had another before. */
  rotated: number;
  /** The names of those whose tokens no key opens, each with the reason in words. */
  failed: { name: string; why: string }[];
}

/**
 * Encrypts with the first key what another key has encrypted, a few rows at a time; a call that is broken
 * off leaves the rest for the next one. What changes meanwhile is left as it is: it has the first key.
 */
export async function rotateKeys(
  { db }: Pick<Context, 'db'>,
  keys: readonly TokenKey[],
): Promise<Rotation> {
  const keyId = keys[0]?.id ?? '';
  const failed: Rotation['failed'] = [];
  let rotated = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db.installation.findMany({
      where: { keyId: { not: keyId }, workspaceId: { gt: after } },
      include: { workspace: { select: { name: true } } },
      orderBy: { workspaceId: 'asc' },
      take: rowsAtOnce,
    });
    for (const row of rows) {
      const { workspaceId, sealedTokens, workspace } = row;
      try {
        const data = sealTokens(keys, workspaceId, openTokens(keys, row));
        const where = { workspaceId, sealedTokens };
        rotated += (await db.installation.updateMany({ where, data })).count;
      } catch (error) {
        if (!(error instanceof UserFacingError)) throw error;
        failed.push({ name: workspace.name, why: error.message });
      }
      after = workspaceId;
    }
    if (rows.length < rowsAtOnce) return { rotated, failed };
  }
}
