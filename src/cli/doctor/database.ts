import type { Client } from 'pg';
import { isMarkedRestored } from '../../database/backup/marker.js';
import { connectProblem } from '../../database/connect-problem.js';
import { openClient } from '../../database/connection.js';
import { tooFewConnections } from '../../database/connection-limits.js';
import { dataDirectoryProblem, nearlyFull } from '../../database/data-directory.js';
import { findRunningEmbedded, isThereEmbedded, openEmbedded } from '../../database/embedded.js';
import { RestoreOpenError } from '../../database/index.js';
import { readMigrationState } from '../../database/migration-state.js';
import { readMigrations } from '../../database/migrations.js';
import { findProblems } from '../../database/requirements.js';
import { uninstalledColumnsSql, uninstalledText } from '../../services/workspace/index.js';
import { type Finding, failures, passed, runCheck, warning } from './finding.js';
import { examineMessages } from './messages.js';
import { examineFrameworks, type NextFramework } from './roles.js';

export interface DatabasePlace {
  databaseUrl: string | undefined;
  dataDirectory: string;
  poolSize: number;
  /** Undefined where its file can't be read. */
  framework: NextFramework | undefined;
}

/** A Slack team that the database has rows of. */
export interface KnownTeam {
  id: string;
  name: string;
}

/** An installation of the app, with its tokens encrypted. */
export interface KnownInstallation {
  workspaceId: string;
  name: string;
  keyId: string;
  sealedTokens: Uint8Array<ArrayBuffer>;
  /** With which error Slack has refused to renew the token; null where it hasn't. */
  renewalRefused: string | null;
  tokenExpiresAt: Date | null;
}

interface DatabaseFindings {
  findings: Finding[];
  teams: KnownTeam[];
  installations: KnownInstallation[];
}

/** Checks whether Ladder can work with the database, and its state. Migrates nothing. */
export async function examineDatabase(place: DatabasePlace): Promise<DatabaseFindings> {
  const { databaseUrl, dataDirectory } = place;
  if (databaseUrl !== undefined) return examineAt(databaseUrl, place, 'a Postgres server');
  const problem = await dataDirectoryProblem(dataDirectory);
  if (problem) return { findings: failures('database', [problem]), teams: [], installations: [] };
  const running = await findRunningEmbedded(dataDirectory);
  const what = `embedded in ${dataDirectory}`;
  if (running !== undefined) {
    return examineAt(running, place, `${what}, with a server running on it`);
  }
  if (!isThereEmbedded(dataDirectory)) {
    const text = `the first start will make the embedded one in ${dataDirectory}`;
    return { findings: [passed('database', text)], teams: [], installations: [] };
  }
  const server = await openEmbedded(dataDirectory, { join: true });
  try {
    const { findings, ...found } = await examineAt(server.url, place, what);
    const full = await nearlyFull(dataDirectory);
    return { findings: [...findings, ...(full ? [warning('database', full)] : [])], ...found };
  } finally {
    await server.close();
  }
}

type Wanted = Pick<DatabasePlace, 'poolSize' | 'framework'>;

async function examineAt(url: string, wanted: Wanted, what: string): Promise<DatabaseFindings> {
  const limits = { statementMs: 10_000, idleMs: 0 };
  let client: Client;
  try {
    client = await openClient(url, limits);
  } catch (error) {
    return {
      findings: failures('database', connectProblem(error, url).problems),
      teams: [],
      installations: [],
    };
  }
  try {
    return await examineOpen(client, { url, what, ...wanted });
  } finally {
    // There are findings already; an error of closing adds nothing.
    await client.end().catch(() => {});
  }
}

async function examineOpen(
  client: Client,
  { url, poolSize, framework, what }: Wanted & { url: string; what: string },
): Promise<DatabaseFindings> {
  const migrations = readMigrations();
  const problems = await findProblems(client, url, migrations);
  if (problems.length > 0)
    return { findings: failures('database', problems), teams: [], installations: [] };
  const { applied, pending } = await readMigrationState(client, migrations);
  if (await isMarkedRestored(client)) {
    return {
      findings: failures('database', [new RestoreOpenError().message]),
      teams: [],
      installations: [],
    };
  }
  const findings = [migrationsFinding(applied.length, pending.length, what)];
  findings.push(
    ...(await runCheck('database', async () => {
      const tooFew = await tooFewConnections(client, poolSize);
      return tooFew ? [warning('database', tooFew)] : [];
    })),
  );
  if (applied.length === 0) return { findings, teams: [], installations: [] };
  if (pending.length === 0) {
    findings.push(...(await runCheck('messages', async () => [await examineMessages(client)])));
    if (framework) {
      findings.push(...(await runCheck('roles', () => examineFrameworks(client, framework))));
    }
  }
  if (pending.length === 0) {
    findings.push(...(await runCheck('data', () => examineInstallations(client))));
  }
  const teams = await client.query<KnownTeam>('SELECT slack_team_id AS id, name FROM workspace');
  const installations = pending.length === 0 ? await readInstallations(client) : [];
  return { findings, teams: teams.rows, installations };
}

/** Reports each workspace that the app was uninstalled from. */
async function examineInstallations(client: Client): Promise<Finding[]> {
  const { rows } = await client.query<Parameters<typeof uninstalledText>[0]>(
    `SELECT ${uninstalledColumnsSql} FROM workspace WHERE uninstalled_at IS NOT NULL`,
  );
  return rows.map((uninstalled) => warning('data', uninstalledText(uninstalled)));
}

async function readInstallations(client: Client): Promise<KnownInstallation[]> {
  const { rows } = await client.query<KnownInstallation>(
    `SELECT workspace_id AS "workspaceId", name, key_id AS "keyId", sealed_tokens AS "sealedTokens",
       renewal_refused AS "renewalRefused", token_expires_at AS "tokenExpiresAt"
     FROM installation JOIN workspace ON workspace.id = workspace_id ORDER BY created_at`,
  );
  return rows;
}

function migrationsFinding(applied: number, pending: number, what: string): Finding {
  if (applied === 0) {
    return passed('database', `${what}; it answers and is empty, the first start sets it up`);
  }
  if (pending > 0) {
    return warning(
      'database',
      `The database lacks ${pending} of ${applied + pending} migrations. Restart Ladder: it applies them at its start.`,
    );
  }
  return passed('database', `${what}; it answers and is migrated`);
}
