import { Client } from 'pg';
import { connectDatabase } from '../../src/database/client.js';
import { readFrameworkFile } from '../../src/framework-file.js';
import { projectPath } from '../../src/project-path.js';
import { Frameworks } from '../../src/services/framework/index.js';
import { rememberWorkspace } from '../../src/services/workspace/index.js';
import { briefDeliveries, plannedDeliveries } from './deliveries.js';
import { actions, answers, assessments, checkIns, conversations, evidence } from './history.js';
import { withoutIndexes } from './indexes.js';
import { cycles, people, shares } from './people.js';
import type { Blueprint, CompanyShape } from './shape.js';

export { type CompanyShape, headcount, slackUserOf } from './shape.js';

/**
 * Fills a migrated database with a made-up company, table by table. Needs a superuser, who can
 * disable the checks of foreign keys. Returns the workspace.
 */
export async function addCompany(
  url: string,
  shape: CompanyShape,
): Promise<{ workspaceId: string }> {
  const blueprint = await prepare(url, shape);
  const { workspaceId } = blueprint;
  await inOneGo(url, [people(blueprint), cycles(blueprint), shares(blueprint), sharesByCycle]);
  // Cycle by cycle, as in reality: the rows of one cycle are stored together.
  const inTurn = (fill: (cycle: number) => string[]) =>
    inOneGo(url, Array.from({ length: shape.pastCycles + 1 }, (_, cycle) => fill(cycle)).flat());
  await withoutIndexes(url, filled, async () => {
    // Two at a time: more would wait for the same disk.
    await Promise.all([
      inTurn((cycle) => [
        assessments(blueprint, cycle),
        checkIns(blueprint, cycle),
        answers(blueprint, cycle, 'check_in'),
        conversations(blueprint, cycle),
        evidence(blueprint, cycle),
      ]),
      inTurn((cycle) => [
        plannedDeliveries(blueprint, cycle),
        briefDeliveries(blueprint, cycle),
        answers(blueprint, cycle, 'assessment'),
        actions(blueprint, cycle),
      ]),
    ]);
  });
  await inOneGo(url, ['DROP TABLE company_share']);
  await run(url, ['VACUUM (ANALYZE)']);
  return { workspaceId };
}

const sharesByCycle = 'CREATE INDEX ON company_share (c)';

/** The tables that are filled without their indexes. */
const filled = [
  'check_in_answer',
  'assessment_answer',
  'assessment',
  'check_in',
  'conversation',
  'action',
  'evidence',
  'delivery',
];

async function prepare(url: string, shape: CompanyShape): Promise<Blueprint> {
  const { db } = connectDatabase(url);
  try {
    const { slackTeamId } = shape;
    const { id: workspaceId } = await rememberWorkspace({ db }, { slackTeamId, name: 'Measure' });
    // Every day is a working day, and no cycles are created but those below.
    const data = { workingDays: [1, 2, 3, 4, 5, 6, 7], cadence: 'off' as const };
    await db.workspace.update({ where: { id: workspaceId }, data });
    const framework = readFrameworkFile(projectPath('ladders', 'business-operations.yaml'));
    const { id: frameworkVersionId } = await new Frameworks(db).use(workspaceId, framework);
    return { ...shape, workspaceId, frameworkVersionId, framework };
  } finally {
    await db.$disconnect();
  }
}

/** Runs statements in one transaction without checks of foreign keys. */
function inOneGo(url: string, statements: string[]): Promise<void> {
  const trusting = 'SET LOCAL session_replication_role = replica';
  return run(url, ['BEGIN', trusting, ...statements, 'COMMIT']);
}

async function run(url: string, statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
