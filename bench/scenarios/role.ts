import { join } from 'node:path';
import { closedLoop } from '../load.js';
import { atLeast, atMost, type Figure } from '../report.js';
import { signedCommand } from '../request.js';
import { type Kind, startServer } from '../server.js';
import { median, percentile } from '../statistics.js';
import { type Bench, interleaved } from './scenario.js';

/** Asked in turn: names, short forms, another case, a slip, with a competency. */
const texts = [
  'senior',
  'team leader',
  'Business Operations Associate',
  'senior execution',
  'sr mgr',
  'professional lead',
  'manager',
  'EXPERIENCED',
  'senor',
  'associate leadership',
  'entry',
  'lead collaboration',
];

const connections = 10;
const rounds = 3;

/** How many look-ups of a role are answered in a second, and how long the slowest ones take. */
export async function measureRole({ folder, slackApi, seconds }: Bench): Promise<Figure[]> {
  const floor = await startServer('floor', { folder, slackApiUrl: slackApi.url });
  const ladder = await startServer('ladder', {
    folder: join(folder, 'role'),
    slackApiUrl: slackApi.url,
  });
  const servers = { floor, ladder };
  const perSecond = { floor: [] as number[], ladder: [] as number[] };
  const slowest = { floor: [] as number[], ladder: [] as number[] };
  const load = (kind: Kind, seconds: number) => {
    let asked = 0;
    const next = () => {
      asked += 1;
      return signedCommand(texts[asked % texts.length] ?? '', `U0PERSON${asked % 500}`);
    };
    return closedLoop(servers[kind].url, {
      connections,
      seconds,
      next,
      expect: 'Business Operations',
    });
  };
  try {
    for (const kind of ['floor', 'ladder'] as const) await load(kind, seconds / 2);
    for (const kind of interleaved(rounds)) {
      const result = await load(kind, seconds);
      perSecond[kind].push(result.perSecond);
      slowest[kind].push(percentile(result.latencies, 0.99));
    }
  } finally {
    await Promise.all([floor.stop(), ladder.stop()]);
  }
  return [
    {
      name: '`/ladder ROLE`: answers a second',
      ladder: median(perSecond.ladder),
      floor: median(perSecond.floor),
      aim: atLeast(0.8),
    },
    {
      name: '`/ladder ROLE`: slowest 1 in 100, ms',
      ladder: median(slowest.ladder),
      floor: median(slowest.floor),
      aim: atMost(2),
    },
  ];
}
