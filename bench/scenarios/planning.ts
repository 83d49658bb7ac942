import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { connectDatabase } from '../../src/database/client.js';
import { migrate } from '../../src/database/migrations.js';
import { projectPath } from '../../src/project-path.js';
import { addCompany, type CompanyShape } from '../company/index.js';
import { planPlainly } from '../plain-planning.js';
import { startPostgres } from '../postgres.js';
import { atMostOf, type Figure, under } from '../report.js';
import { counted } from '../statements.js';
import type { Bench } from './scenario.js';

const today = '2027-03-10';
/** Two weeks before the review, in everybody's morning: reminders and digests at once. */
const morning = new Date('2027-03-10T10:30:00Z');
const reportsPerManager = 10;
const sizes = [1_000, 5_000, 10_000];
const historyCycles = 12;
/** How many managers' teams the plain way plans; the rest is extrapolated. */
const plainManagers = 100;

/** Measures planning a digest day at three sizes, the largest with three years of history. */
export async function measurePlanning({ divisor }: Bench): Promise<Figure[]> {
  const postgres = await startPostgres();
  try {
    const runs: Run[] = [];
    for (const size of sizes) {
      const isLargest = size === sizes.at(-1);
      const managers = size / divisor;
      const url = await postgres.createDatabase(`company_${managers}`);
      await migrate(url);
      console.error(`  making up ${managers} managers and their teams`);
      const shape = { ...companyOf(managers), pastCycles: isLargest ? historyCycles : 1 };
      const { workspaceId } = await addCompany(url, shape);
      const plain = isLargest ? await measurePlain(url, workspaceId, managers) : undefined;
      const measured = await planInProcess(url, workspaceId);
      const recording = isLargest ? await measureRecording(url, workspaceId) : undefined;
      runs.push({ managers, plain, recording, ...measured });
    }
    return figuresOf(runs);
  } finally {
    postgres.stop();
  }
}

function companyOf(managers: number): Omit<CompanyShape, 'pastCycles'> {
  const timeZones = ['Etc/GMT-1', 'Etc/GMT', 'Etc/GMT+1'];
  return { slackTeamId: 'T0MEASURE', managers, reportsPerManager, today, timeZones };
}

interface Planned {
  decided: number;
  seconds: number;
  statements: number;
}

interface Measured {
  /** The minute in which everything is decided, and the one after it. */
  full: Planned;
  next: Planned;
  peakMb: number;
}

interface Run extends Measured {
  managers: number;
  plain: Planned | undefined;
  /** How many seconds inserting the decisions takes alone. */
  recording: number | undefined;
}

async function planInProcess(url: string, workspaceId: string): Promise<Measured> {
  const script = projectPath('dist', 'bench', 'planning-process.js');
  const args = [script, url, workspaceId, morning.toISOString()];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

/** The last managers' teams contain no managers, so that all have the same size. */
async function measurePlain(url: string, workspaceId: string, managers: number): Promise<Planned> {
  const { db } = connectDatabase(url);
  const { db: watched, statements } = counted(db);
  try {
    const people = await db.person.findMany({
      where: { workspaceId, reports: { some: {} } },
      orderBy: { id: 'desc' },
      take: plainManagers,
    });
    const managerIds = people.map(({ id }) => id);
    const startedAt = performance.now();
    const decided = await planPlainly(watched, { workspaceId, managerIds, at: morning });
    const seconds = (performance.now() - startedAt) / 1000;
    await db.delivery.deleteMany({ where: { workspaceId, dueAt: morning } });
    const times = managers / people.length;
    return { decided: decided * times, seconds: seconds * times, statements: statements() * times };
  } finally {
    await db.$disconnect();
  }
}

/** Inserts the last decisions once more, in one statement and with nothing to decide. */
async function measureRecording(url: string, workspaceId: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const since = [workspaceId, morning];
    const recorded = 'workspace_id = $1 AND due_at >= $2';
    await client.query('CREATE TEMP TABLE recorded AS TABLE delivery WITH NO DATA');
    await client.query(`INSERT INTO recorded SELECT * FROM delivery WHERE ${recorded}`, since);
    await client.query(`DELETE FROM delivery WHERE ${recorded}`, since);
    await client.query('VACUUM delivery');
    const startedAt = performance.now();
    await client.query('INSERT INTO delivery SELECT * FROM recorded');
    return (performance.now() - startedAt) / 1000;
  } finally {
    await client.end();
  }
}

function figuresOf(runs: Run[]): Figure[] {
  const largest = runs.at(-1);
  const smallest = runs[0];
  if (!largest || !smallest) return [];
  const { full, next, plain, recording, managers } = largest;
  const thousands = managers / 1000;
  return [
    {
      name: `Planning a digest day for ${shown(managers)} managers and ${shown(managers * reportsPerManager)} reports, s; beside the plain way`,
      ladder: full.seconds,
      ...(plain && { beside: plain.seconds }),
      aim: under(10, 's'),
    },
    {
      name: 'the same; beside writing its rows in one statement',
      ladder: full.seconds,
      ...(recording && { beside: recording }),
    },
    {
      name: 'the same: statements for a thousand managers',
      ladder: full.statements / thousands,
      ...(plain && { beside: plain.statements / thousands }),
    },
    {
      name: 'the same: messages decided upon in a second',
      ladder: full.decided / full.seconds,
      ...(plain && { beside: plain.decided / plain.seconds }),
    },
    {
      name: 'the next minute, in which nothing is to be decided, s',
      ladder: next.seconds,
      beside: full.seconds,
      // It runs every minute.
      aim: under(1.5, 's'),
    },
    ...runs.slice(1).map(({ managers: count, peakMb }) => ({
      name: `Most memory while planning for ${shown(count)} managers, MB; beside ${shown(smallest.managers)}`,
      ladder: peakMb,
      beside: smallest.peakMb,
      aim: atMostOf(1.5, shown(smallest.managers)),
    })),
  ];
}

function shown(count: number): string {
  return count.toLocaleString('en-GB');
}
