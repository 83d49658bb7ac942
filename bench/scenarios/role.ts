import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askOnce, closedLoop, openLoop } from '../load.js';
import { atMost, type Figure } from '../report.js';
import { signedCommand } from '../request.js';
import { type Server, startServer } from '../server.js';
import { median, percentile } from '../statistics.js';
import { type Bench, interleaved, perSecond } from './scenario.js';

/** The texts, in turn: names, short forms, another case, a typo, with a competency. */
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

/** A server under test with its measurements. */
interface Measured {
  server: Server;
  /** Of each run: answers per second, and the 99th percentile of their times in milliseconds. */
  perSecond: number[];
  p99: number[];
  /** The milliseconds to each answer at a steady rate of commands. */
  steady: number[];
}

/**
 * Measures look-ups of a role per second, and the slowest ones; in comparison with a floor that has
 * the same answers as constants, and one with a single sentence.
 */
export async function measureRole({ folder, slackApi, seconds }: Bench): Promise<Figure[]> {
  const slackApiUrl = slackApi.url;
  const started: Measured[] = [];
  const start = async (...[kind, options]: Parameters<typeof startServer>) => {
    const server = await startServer(kind, options);
    const measured: Measured = { server, perSecond: [], p99: [], steady: [] };
    started.push(measured);
    return measured;
  };
  try {
    const ladder = await start('ladder', { folder: join(folder, 'ladder'), slackApiUrl });
    const answers = join(folder, 'answers.json');
    writeFileSync(answers, JSON.stringify(await answersOf(ladder.server)));
    const floor = await start('floor', { folder, slackApiUrl, answers });
    const sentence = await start('floor', { folder, slackApiUrl });
    for (const { server } of started) await load(server, seconds / 2);
    const kinds = { floor, ladder };
    for (const kind of interleaved(rounds)) await ask(kinds[kind], seconds);
    const round = [sentence, floor, ladder, ladder, floor, sentence];
    for (const measured of Array.from({ length: rounds }, () => round).flat()) {
      const run = await load(measured.server, seconds);
      measured.perSecond.push(run.perSecond);
      measured.p99.push(percentile(run.latencies, 0.99));
    }
    return [
      {
        name: `\`/ladder ROLE\`, ${perSecond} a second: 99 in 100 within, ms`,
        ladder: percentile(ladder.steady, 0.99),
        beside: percentile(floor.steady, 0.99),
        aim: atMost(1.5),
      },
      ...figures('`/ladder ROLE`, without a pause', ladder, floor),
      ...figures('the same, floor with one sentence', ladder, sentence),
    ];
  } finally {
    await Promise.all(started.map(({ server }) => server.stop()));
  }
}

/** Sends commands at the rate of a very busy company. */
async function ask({ server, steady }: Measured, seconds: number): Promise<void> {
  const commands = Array.from(
    { length: perSecond * seconds },
    (_, number) => () =>
      signedCommand(texts[number % texts.length] ?? '', `U0PERSON${number % 500}`),
  );
  const { sent, answered } = await openLoop(server.url, { perSecond, commands });
  for (const [id, sentAt] of sent) steady.push((answered.get(id) ?? Number.NaN) - sentAt);
}

function load({ url }: Server, seconds: number) {
  let asked = 0;
  const next = () => {
    asked += 1;
    return signedCommand(texts[asked % texts.length] ?? '', `U0PERSON${asked % 500}`);
  };
  return closedLoop(url, { connections, seconds, next, expect: 'Business Operations' });
}

async function answersOf({ url }: Server): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const text of texts) answers[text] = await askOnce(url, signedCommand(text, 'U0PERSON1'));
  return answers;
}

function figures(name: string, ladder: Measured, floor: Measured): Figure[] {
  return [
    {
      name: `${name}: answers a second`,
      ladder: median(ladder.perSecond),
      beside: median(floor.perSecond),
    },
    {
      name: `${name}: 99 in 100 within, ms`,
      ladder: median(ladder.p99),
      beside: median(floor.p99),
    },
  ];
}
