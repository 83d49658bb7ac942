import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openLoop } from '../load.js';
import { addPeopleInCycle } from '../people.js';
import { atMost, type Figure } from '../report.js';
import { signedCommand } from '../request.js';
import { type Kind, startServer } from '../server.js';
import { percentile } from '../statistics.js';
import { type Bench, interleaved, perSecond } from './scenario.js';

const warmUpCommands = 100;
/** How long late requests are waited for at most, in milliseconds. */
const stragglersMs = 60_000;

/**
 * Measures the time from `/ladder check-in` to opening the modal, and to filling it; each time for
 * another person, whose first one in the cycle it is.
 */
export async function measureCheckIn({ folder, slackApi, seconds }: Bench): Promise<Figure[]> {
  const commandsPerRun = perSecond * seconds;
  const place = { folder: join(folder, 'check-in'), slackApiUrl: slackApi.url };
  const people = await addPeopleInCycle(
    join(place.folder, 'data'),
    warmUpCommands + 2 * commandsPerRun,
  );
  const floor = await startServer('floor', { ...place, folder });
  const ladder = await startServer('ladder', place);
  const servers = { floor, ladder };
  const ask = async (kind: Kind, askers: string[]) => {
    const commands = askers.map((userId) => () => signedCommand('check-in', userId));
    const { sent } = await openLoop(servers[kind].url, { perSecond, commands });
    const all = kind === 'ladder' ? slackApi.filled : slackApi.opened;
    await arrival(sent, all);
    return sent;
  };
  const opened = { floor: [] as number[], ladder: [] as number[] };
  const filled: number[] = [];
  try {
    const warmUp = people.splice(0, warmUpCommands);
    for (const kind of ['floor', 'ladder'] as const) await ask(kind, warmUp);
    for (const kind of interleaved(1)) {
      const askers =
        kind === 'ladder' ? people.splice(0, commandsPerRun) : people.slice(0, commandsPerRun);
      const sent = await ask(kind, askers);
      opened[kind].push(...delays(sent, slackApi.opened, 'opened'));
      if (kind === 'ladder') filled.push(...delays(sent, slackApi.filled, 'filled'));
    }
  } finally {
    await Promise.all([floor.stop(), ladder.stop()]);
  }
  return [
    {
      name: '`/ladder check-in` to `views.open`: half of them within, ms',
      ladder: percentile(opened.ladder, 0.5),
      beside: percentile(opened.floor, 0.5),
    },
    {
      name: '`/ladder check-in` to `views.open`: 99 in 100 within, ms',
      ladder: percentile(opened.ladder, 0.99),
      beside: percentile(opened.floor, 0.99),
      aim: atMost(1.5),
    },
    {
      name: '`/ladder check-in` to the filled page: half of them within, ms',
      ladder: percentile(filled, 0.5),
    },
    {
      name: '`/ladder check-in` to the filled page: 99 in 100 within, ms',
      ladder: percentile(filled, 0.99),
    },
  ];
}

async function arrival(sent: Map<string, number>, arrived: ReadonlyMap<string, number>) {
  const until = performance.now() + stragglersMs;
  const isComplete = () => [...sent.keys()].every((triggerId) => arrived.has(triggerId));
  while (!isComplete() && performance.now() < until) await pause(100);
}

/** Returns the milliseconds from each command to its effect. Throws an Error if some had none. */
function delays(
  sent: Map<string, number>,
  arrived: ReadonlyMap<string, number>,
  what: string,
): number[] {
  const took = [...sent].map(([id, sentAt]) => (arrived.get(id) ?? Number.NaN) - sentAt);
  const missing = took.filter(Number.isNaN).length;
  if (missing > 0) throw new Error(`${missing} of ${sent.size} modals were never ${what}.`);
  return took;
}
