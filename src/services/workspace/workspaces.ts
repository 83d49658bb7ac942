import { fitName } from '../../domain/text/text.js';
import type { Context } from '../context.js';

/** A workspace as the services hand it on: what it is called and how it paces its year. */
export interface Workspace {
  id: string;
  slackTeamId: string;
  name: string;
}

/** Finds the workspace of a Slack team, made with the default settings the first time. */
export async function rememberWorkspace(
  { db }: Pick<Context, 'db'>,
  team: { slackTeamId: string; name: string },
): Promise<Workspace> {
  const { slackTeamId } = team;
  const name = fitName(team.name);
  const { id } = await db.workspace.upsert({
    where: { slackTeamId },
    create: { slackTeamId, name },
    update: { name },
  });
  return { id, slackTeamId, name };
}

/** All workspaces of this database, oldest first. */
export async function listWorkspaces({ db }: Pick<Context, 'db'>): Promise<Workspace[]> {
  const rows = await db.workspace.findMany({ orderBy: { createdAt: 'asc' } });
  return rows.map(({ id, slackTeamId, name }) => ({ id, slackTeamId, name }));
}
