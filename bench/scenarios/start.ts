import { join } from 'node:path';
import { memoryOfAll } from '../memory.js';
import { atMostMs, type Figure, under } from '../report.js';
import { type Kind, startServer } from '../server.js';
import { median } from '../statistics.js';
import type { Bench } from './scenario.js';

const rounds = 5;

/** Measures a start, from spawning the process until it reports that it is ready. */
export async function measureStart({ folder, slackApi }: Bench): Promise<Figure[]> {
  const start = async (kind: Kind, place: string) => {
    const options = { folder: join(folder, place), slackApiUrl: slackApi.url };
    const server = await startServer(kind, options);
    if (kind === 'ladder') memory.push(memoryOfAll(server.pid));
    await server.stop();
    return server.readyAfterMs;
  };
  const first: number[] = [];
  const later: number[] = [];
  const floor: number[] = [];
  const memory: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    floor.push(await start('floor', 'floor'));
    first.push(await start('ladder', `start-${round}`));
    later.push(await start('ladder', `start-${round}`));
    floor.push(await start('floor', 'floor'));
  }
  return [
    {
      name: 'First start to ready, ms',
      ladder: median(first),
      beside: median(floor),
      aim: atMostMs(2_000),
    },
    {
      name: 'Later start to ready, ms',
      ladder: median(later),
      beside: median(floor),
      aim: atMostMs(900),
    },
    {
      name: 'Memory of Ladder and its Postgres once ready, MB',
      ladder: median(memory),
      aim: under(300, 'MB'),
    },
  ];
}
