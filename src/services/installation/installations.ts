import { randomUUID } from 'node:crypto';
import type { TokenKey } from '../../domain/installation/token-keys.js';
import type { Context } from '../context.js';
import { forgetRefusal } from '../delivery/index.js';
import { noteInstalled, rememberWorkspace, type Workspace } from '../workspace/index.js';
import { openTokens, sealTokens, type Tokens } from './tokens.js';

/** The app's installation in a workspace, without its tokens. */
export interface Installation {
  workspace: Workspace;
  botId: string;
  botUserId: string;
  /** The organisation that the workspace belongs to, if it does. */
  enterpriseId: string | undefined;
  /** The id of the key that its tokens are encrypted with. */
  keyId: string;
  /** When the token expires; undefined for one that doesn't. */
  tokenExpiresAt: Date | undefined;
  /** With which error Slack has refused to renew the token; undefined where it hasn't. */
  renewalRefused: string | undefined;
  installedAt: Date;
  /** Another one whenever it is installed again or has other tokens. */
  revision: string;
}

/** What Slack says of a new installation. */
export interface NewInstallation
  extends Pick<Installation, 'botId' | 'botUserId' | 'enterpriseId' | 'tokenExpiresAt'> {
  /** The id of the workspace; of an organisation's installation that of the organisation. */
  slackTeamId: string;
  name: string;
  tokens: Tokens;
}

/** Stores an installation and its tokens in place of the workspace's last one, and goes on sending. */
export async function saveInstallation(
  context: Pick<Context, 'db' | 'clock' | 'log'>,
  keys: readonly TokenKey[],
  installed: NewInstallation,
): Promise<Workspace> {
  const { db, clock } = context;
  const { slackTeamId, name, tokens, botId, botUserId } = installed;
  const workspace = await rememberWorkspace(context, { slackTeamId, name });
  const row = {
    ...{ botId, botUserId, enterpriseId: installed.enterpriseId ?? null },
    ...sealTokens(keys, workspace.id, tokens),
    ...{ revision: randomUUID(), installedAt: clock.now() },
    tokenExpiresAt: installed.tokenExpiresAt ?? null,
    ...{ renewalRefused: null, renewalRefusedAt: null },
  };
  await db.installation.upsert({
    where: { workspaceId: workspace.id },
    create: { workspaceId: workspace.id, ...row },
    update: row,
  });
  await forgetRefusal(db, workspace.id);
  await noteInstalled(context, workspace.id);
  return workspace;
}

/** Returns the installations, the oldest workspace first. Opens no tokens. */
export async function listInstallations({ db }: Pick<Context, 'db'>): Promise<Installation[]> {
  const rows = await db.installation.findMany({
    include: { workspace: { select: { id: true, slackTeamId: true, name: true } } },
    omit: { sealedTokens: true, renewalRefusedAt: true },
    orderBy: { workspace: { createdAt: 'asc' } },
  });
  return rows.map(({ workspaceId: _, enterpriseId, tokenExpiresAt, renewalRefused, ...rest }) => ({
    ...rest,
    enterpriseId: enterpriseId ?? undefined,
    tokenExpiresAt: tokenExpiresAt ?? undefined,
    renewalRefused: renewalRefused ?? undefined,
  }));
}

/**
 * Returns the tokens of a workspace; undefined where the app isn't installed. Throws UserFacingError where
 * no key opens them.
 */
export async function readTokens(
  { db }: Pick<Context, 'db'>,
  keys: readonly TokenKey[],
  workspaceId: string,
): Promise<Tokens | undefined> {
  const row = await db.installation.findUnique({ where: { workspaceId } });
  return row ? openTokens(keys, row) : undefined;
}

/**
 * Stores other tokens of the same installation. `since` is the revision that the caller knows: false, and
 * nothing is stored, where somebody has changed it in the meantime.
 */
export async function replaceTokens(
  { db }: Pick<Context, 'db'>,
  keys: readonly TokenKey[],
  {
    workspaceId,
    since,
    tokens,
    tokenExpiresAt,
  }: { workspaceId: string; since: string; tokens: Tokens; tokenExpiresAt: Date | undefined },
): Promise<boolean> {
  const { count } = await db.installation.updateMany({
    where: { workspaceId, revision: since },
    data: {
      ...sealTokens(keys, workspaceId, tokens),
      ...{ tokenExpiresAt: tokenExpiresAt ?? null, revision: randomUUID() },
      ...{ renewalRefused: null, renewalRefusedAt: null },
    },
  });
  return count > 0;
}

/**
 * Deletes an installation with its tokens, unless it was installed again since this revision, or its token
 * has only expired and can still be renewed. What people wrote stays.
 */
export async function deleteInstallation(
  { db, log }: Pick<Context, 'db' | 'log'>,
  { workspaceId, revision }: { workspaceId: string; revision: string },
): Promise<void> {
  const count = await db.$executeRaw`
    DELETE FROM installation WHERE workspace_id = ${workspaceId}::uuid AND revision = ${revision}
    AND (token_expires_at IS NULL OR token_expires_at > now() OR renewal_refused IS NOT NULL)`;
  if (count > 0) log.info({ workspace: workspaceId }, "the app's tokens are deleted");
}
