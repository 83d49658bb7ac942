import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrate } from '../../src/database/migrations.js';
import { dayFromDate } from '../../src/domain/time/day.js';
import { runLadder as ladder, type Ran } from '../command.js';
import { addCompany, headcount } from '../company/index.js';
import { startPostgres } from '../postgres.js';
import { type Figure, under } from '../report.js';
import type { Bench } from './scenario.js';

const managers = 10_000;
const company = {
  ...{ slackTeamId: 'T0MEASURE', reportsPerManager: 9, pastCycles: 12, timeZones: ['Etc/GMT'] },
  // A cycle is open at the restore, so that messages for all are gone through.
  today: dayFromDate(new Date()),
};

/** Measures backing up and restoring a large company, in comparison with Postgres' own tools. */
export async function measureBackup({ folder, divisor }: Bench): Promise<Figure[]> {
  const postgres = await startPostgres();
  try {
    const url = await postgres.createDatabase('company');
    await migrate(url);
    const shape = { ...company, managers: managers / divisor };
    const people = `${headcount(shape).toLocaleString('en-GB')} people`;
    console.error(`  making up ${people}`);
    await addCompany(url, shape);
    const files = { ours: join(folder, 'backup.tar.gz'), dump: join(folder, 'ladder.dump') };
    const backup = await ladder(url, 'backup', files.ours);
    const dump = await tool(
      'pg_dump',
      '--format=custom',
      `--file=${files.dump}`,
      `--dbname=${url}`,
    );
    const [oursInto, dumpInto] = await Promise.all(
      ['ours', 'dump'].map((name) => postgres.createDatabase(name)),
    );
    const restore = await ladder(oursInto ?? '', 'restore', files.ours);
    const dumped = await tool('pg_restore', `--dbname=${dumpInto}`, files.dump);
    const what = `of ${people} with three years`;
    return [
      { name: `\`backup\` ${what}, s; beside \`pg_dump\``, ...beside(backup, dump) },
      { name: `\`restore\` ${what}, s; beside \`pg_restore\``, ...beside(restore, dumped) },
      memory('`backup`', backup),
      memory('`restore`', restore),
    ];
  } finally {
    postgres.stop();
  }
}

function beside(ladder: Ran, tool: number): Pick<Figure, 'ladder' | 'beside'> {
  return { ladder: ladder.seconds, beside: tool };
}

function memory(name: string, { peakMb }: Ran): Figure {
  return { name: `Most memory of ${name}, MB`, ladder: peakMb, aim: under(200, 'MB') };
}

async function tool(name: string, ...words: string[]): Promise<number> {
  const startedAt = performance.now();
  await promisify(execFile)(name, words);
  return (performance.now() - startedAt) / 1000;
}
