import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '../../src/database/connection.js';
import { migrate } from '../../src/database/migrations.js';
import { type Ran, runLadder } from '../command.js';
import { startPostgres } from '../postgres.js';
import { type Figure, under } from '../report.js';
import type { Bench } from './scenario.js';

const people = 110_000;

/** Measures importing a large company from a file, the first time and again. */
export async function measureImport({ folder, divisor }: Bench): Promise<Figure[]> {
  const postgres = await startPostgres();
  try {
    const url = await postgres.createDatabase('company');
    await migrate(url);
    await withClient(url, (client) =>
      client.query(
        "INSERT INTO workspace (id, slack_team_id, name) VALUES (gen_random_uuid(), 'T0MEASURE', 'Measured')",
      ),
    );
    const count = people / divisor;
    const file = join(folder, 'people.csv');
    writeFileSync(file, peopleFile(count));
    const first = await runLadder(url, 'people', 'import', file, '--yes');
    const again = await runLadder(url, 'people', 'import', file, '--yes');
    const floor = await writeOnce(url);
    return [
      figure(
        `\`people import\` of ${count.toLocaleString('en-GB')} people, s; beside writing their rows in one statement`,
        first,
        floor,
      ),
      figure('the same file again, s', again, floor),
      { name: 'Most memory of `people import`, MB', ladder: first.peakMb, aim: under(768, 'MB') },
    ];
  } finally {
    postgres.stop();
  }
}

function figure(name: string, { seconds }: Ran, floor: number): Figure {
  return { name, ladder: seconds, beside: floor, aim: under(30, 's') };
}

/** Eight people for each manager, after the managers. */
function peopleFile(count: number): string {
  const roles = ['associate', 'manager', 'senior', 'team-leader'];
  const lines = Array.from({ length: count }, (_, number) => {
    const manager = number === 0 ? '' : `U0P${Math.floor((number - 1) / 8)}`;
    return `U0P${number},${roles[number % roles.length]},${manager},2026-03-02`;
  });
  return `slack_user_id,role,manager_slack_user_id,started_on\n${lines.join('\n')}\n`;
}

/** The floor: inserts the same rows into another workspace, from the database itself; seconds. */
function writeOnce(url: string): Promise<number> {
  return withClient(url, async (client) => {
    await client.query(
      "INSERT INTO workspace (id, slack_team_id, name) VALUES (gen_random_uuid(), 'T0FLOOR', 'Floor')",
    );
    const startedAt = performance.now();
    await client.query(`
      INSERT INTO person (id, workspace_id, slack_user_id, name, role_key, in_role_since)
      SELECT gen_random_uuid(), floor.id, person.slack_user_id, '', person.role_key, person.in_role_since
      FROM person, workspace AS floor WHERE floor.slack_team_id = 'T0FLOOR'`);
    return (performance.now() - startedAt) / 1000;
  });
}
