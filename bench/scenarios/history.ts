import { join } from 'node:path';
import { connectDatabase } from '../../src/database/client.js';
import { migrate } from '../../src/database/migrations.js';
import { dayFromDate } from '../../src/domain/time/day.js';
import { addCompany, slackUserOf } from '../company/index.js';
import { askOnce } from '../load.js';
import { zoneOfNight } from '../people.js';
import { type PostgresServer, startPostgres } from '../postgres.js';
import { atMostOf, type Figure } from '../report.js';
import { signedCommand, signedSubmission } from '../request.js';
import { type Server, startServer } from '../server.js';
import type { SlackApi } from '../slack-api.js';
import { percentile } from '../statistics.js';
import type { Bench } from './scenario.js';

const managersAtFullSize = 1_000;
const reportsPerManager = 10;
const cycles = { without: 0, with: 12 };
type History = keyof typeof cycles;

const rounds = 4;
const warmUps = 50;
const asked = 100;

/** A server with a company with or without a history. */
interface Measured {
  server: Server;
  managers: number;
  drafts: { userId: string; checkInId: string }[];
  /** Milliseconds. */
  team: number[];
  saved: number[];
}

/** Measures whether the team's list and saving a page get slower with a company's history. */
export async function measureHistory({ folder, slackApi, divisor }: Bench): Promise<Figure[]> {
  const postgres = await startPostgres();
  const managers = managersAtFullSize / divisor;
  const started: Measured[] = [];
  const start = async (history: History) => {
    const place = { folder: join(folder, history), slackApiUrl: slackApi.url };
    const measured = await startCompany(postgres, { history, managers }, place);
    started.push(measured);
    return measured;
  };
  try {
    const sides = { without: await start('without'), with: await start('with') };
    for (const side of started) await measureSome(side, slackApi, warmUps);
    for (const side of started) Object.assign(side, { team: [], saved: [] });
    const round = ['without', 'with', 'with', 'without'] as const;
    for (const history of Array.from({ length: rounds }, () => round).flat()) {
      await measureSome(sides[history], slackApi, asked);
    }
    return [
      ...figures('`/ladder team` to its answer', sides.with.team, sides.without.team),
      ...figures('Save and go on, to the next page', sides.with.saved, sides.without.saved),
    ];
  } finally {
    await Promise.all(started.map(({ server }) => server.stop()));
    postgres.stop();
  }
}

async function startCompany(
  postgres: PostgresServer,
  { history, managers }: { history: History; managers: number },
  place: { folder: string; slackApiUrl: string },
): Promise<Measured> {
  const databaseUrl = await postgres.createDatabase(history);
  await migrate(databaseUrl);
  const now = new Date();
  const { workspaceId } = await addCompany(databaseUrl, {
    ...{ slackTeamId: 'T0MEASURE', managers, reportsPerManager, pastCycles: cycles[history] },
    today: dayFromDate(now),
    // Nothing is sent while measuring.
    timeZones: [zoneOfNight(now)],
  });
  const { db } = connectDatabase(databaseUrl);
  const rows = await db.checkIn.findMany({
    where: { workspaceId, state: 'draft', cycle: { reviewOn: { gt: now } } },
    include: { person: { select: { slackUserId: true } } },
    take: 200,
  });
  await db.$disconnect();
  const server = await startServer('ladder', { ...place, databaseUrl });
  const drafts = rows.map(({ id, person }) => ({ userId: person.slackUserId, checkInId: id }));
  return { server, managers, drafts, team: [], saved: [] };
}

/** One after the other: this measures one person's wait, not the throughput. */
async function measureSome(side: Measured, slackApi: SlackApi, count: number): Promise<void> {
  const { url } = side.server;
  const { managers } = side;
  for (let number = 0; number < count; number += 1) {
    // Managers with ten reports who are no managers themselves.
    const manager = slackUserOf(managers / 2 + (number % (managers / 2)) + 1);
    const { url: responseUrl, arrival } = slackApi.expectAnswer();
    const before = performance.now();
    const { body, headers } = signedCommand('team', manager, responseUrl);
    await (await fetch(url, { method: 'POST', body, headers })).text();
    side.team.push((await arrival) - before);

    const draft = side.drafts[number % side.drafts.length];
    if (!draft) throw new Error('This company has no draft.');
    const text = `What I wrote at ${Date.now()}, ${number}.`;
    const page = { ...draft, competency: 'expertise', rating: 'meeting', text };
    const submission = signedSubmission(page);
    const sentAt = performance.now();
    const answer = (await askOnce(url, submission)) as { response_action?: string };
    side.saved.push(performance.now() - sentAt);
    if (answer.response_action !== 'update') {
      throw new Error(`A page was not saved: ${JSON.stringify(answer).slice(0, 300)}`);
    }
  }
}

function figures(name: string, ladder: number[], beside: number[]): Figure[] {
  return [0.5, 0.99].map((share) => ({
    name: `${name}, with 12 past cycles: ${share * 100} in 100 within, ms; beside none`,
    ladder: percentile(ladder, share),
    beside: percentile(beside, share),
    ...(share === 0.5 && { aim: atMostOf(1.3, 'none') }),
  }));
}
