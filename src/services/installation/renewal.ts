import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../database/index.js';
import type { TokenKey } from '../../domain/installation/token-keys.js';
import type { Context } from '../context.js';
import { forgetRefusal, sleep } from '../delivery/index.js';
import { describeError, isDatabaseAway, isTransient } from '../errors/index.js';
import { replaceTokens } from './installations.js';
import { renewalRefusedText } from './renewal-text.js';
import { openTokens, type SealedTokens, sealTokens, type Tokens } from './tokens.js';

/** What Slack hands out for a refresh token, which it takes no second time. */
interface RenewedTokens {
  tokens: Tokens;
  tokenExpiresAt: Date;
}

/** Slack refuses to renew a token, with this error. */
export class RenewalRefused extends Error {
  override name = 'RenewalRefused';
  constructor(readonly slackError: string) {
    super('Slack refuses to renew the token');
  }
}

/** Asks Slack for the next tokens. Throws RenewalRefused where it has none. */
export type AskForTokens = (refreshToken: string) => Promise<RenewedTokens>;

/** Tokens last twelve hours: there is time to try again, and for an operator to do something. */
const beforeExpiry = '2 hours';
/** How long a refusal is left alone. */
const refusalHolds = '10 minutes';
/** Longer than Slack may take to answer. */
const longestMs = 20_000;
/** Waits between the tries to store what Slack has answered: it doesn't answer it again. */
const storingWaitsMs = [200, 1_000, 3_000, 10_000];

type Renewing = Pick<Context, 'db' | 'log'>;

/** Returns the workspaces whose tokens are to be renewed now. */
export async function listExpiring({ db }: Pick<Context, 'db'>): Promise<string[]> {
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT workspace_id AS id FROM installation WHERE ${dueSql} ORDER BY token_expires_at`,
  );
  return rows.map(({ id }) => id);
}

const dueSql = `token_expires_at < now() + interval '${beforeExpiry}' AND
  (renewal_refused_at IS NULL OR renewal_refused_at < now() - interval '${refusalHolds}')`;

/**
 * Renews the tokens of a workspace, unless another process does or has just done so: the row is locked
 * while Slack is asked, and processes that find it locked go on with the tokens there are. A refusal is
 * kept and logged. Throws what else goes wrong, having changed nothing.
 */
export async function renewTokens(
  context: Renewing,
  keys: readonly TokenKey[],
  { workspaceId, ask }: { workspaceId: string; ask: AskForTokens },
): Promise<void> {
  let asked: { since: string; renewed: RenewedTokens } | undefined;
  try {
    await context.db.$transaction(
      async (tx) => {
        const row = await lockExpiring(tx, workspaceId);
        const { refreshToken } = row ? openTokens(keys, row) : {};
        if (!row || refreshToken === undefined) return;
        const renewed = await ask(refreshToken);
        asked = { since: row.revision, renewed };
        await tx.installation.update({ where: { workspaceId }, data: dataOf(renewed) });
      },
      { timeout: longestMs },
    );
  } catch (error) {
    if (error instanceof RenewalRefused) return keepRefusal(context, workspaceId, error);
    if (!asked) throw error;
    await storeFirmly(context, keys, { workspaceId, ...asked });
  }
  if (!asked) return;
  await forgetRefusal(context.db, workspaceId);
  context.log.info({ workspace: workspaceId }, "the app's token was renewed");

  function dataOf({ tokens, tokenExpiresAt }: RenewedTokens) {
    return {
      ...sealTokens(keys, workspaceId, tokens),
      ...{ tokenExpiresAt, revision: randomUUID() },
      ...{ renewalRefused: null, renewalRefusedAt: null },
    };
  }
}

type Locked = SealedTokens & { revision: string };

async function lockExpiring(tx: Transaction, workspaceId: string): Promise<Locked | undefined> {
  const [row] = await tx.$queryRawUnsafe<Locked[]>(
    `SELECT workspace_id AS "workspaceId", key_id AS "keyId", sealed_tokens AS "sealedTokens", revision
     FROM installation WHERE workspace_id = $1::uuid AND ${dueSql} FOR UPDATE SKIP LOCKED`,
    workspaceId,
  );
  return row;
}

/** The transaction broke off after Slack had answered: without this, nobody would have the tokens. */
async function storeFirmly(
  context: Renewing,
  keys: readonly TokenKey[],
  stored: { workspaceId: string; since: string; renewed: RenewedTokens },
): Promise<void> {
  const { workspaceId, since, renewed } = stored;
  for (const waitMs of [...storingWaitsMs, undefined]) {
    try {
      await replaceTokens(context, keys, { workspaceId, since, ...renewed });
      return;
    } catch (error) {
      const canWait = waitMs !== undefined && (isTransient(error) || isDatabaseAway(error));
      if (!canWait) throw error;
      const fields = { workspace: workspaceId, ...describeError(error) };
      context.log.warn(fields, 'the renewed token could not be stored; it is tried again');
      await sleep(waitMs);
    }
  }
}

async function keepRefusal(
  { db, log }: Renewing,
  workspaceId: string,
  { slackError }: RenewalRefused,
): Promise<void> {
  const [row] = await db.$queryRaw<{ expiresAt: Date }[]>`
    UPDATE installation SET renewal_refused = ${slackError}, renewal_refused_at = now()
    WHERE workspace_id = ${workspaceId}::uuid RETURNING token_expires_at AS "expiresAt"`;
  if (!row) return;
  const text = renewalRefusedText({ renewalRefused: slackError, tokenExpiresAt: row.expiresAt });
  log.error({ workspace: workspaceId, slack: slackError }, text);
}
