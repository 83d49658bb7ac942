import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readFrameworkFile } from '../../src/framework-file.js';
import { projectPath } from '../../src/project-path.js';
import { runLadder } from '../command.js';
import { largeLadder, repeatedLadder } from '../large-ladder.js';
import { closedLoop, openLoop } from '../load.js';
import { atMostOf, type Figure, under } from '../report.js';
import { signedCommand } from '../request.js';
import { type Server, startServer } from '../server.js';
import { median, percentile } from '../statistics.js';
import { type Bench, interleaved, perSecond } from './scenario.js';

const rounds = 3;
const checks = 5;
const connections = 10;
/** The built-in ladder has five roles; so often it has 205. */
const times = 41;

/** A server on one of the two ladders, with its measurements. */
interface Measured {
  server: Server;
  titles: string[];
  /** The milliseconds to each answer at a steady rate of commands. */
  steady: number[];
  /** Of each run without a pause: answers per second. */
  perSecond: number[];
}

/**
 * Measures looking up roles of 205, beside the same with 5; and how long the check of the largest
 * ladder takes, and how much memory a version of it.
 */
export async function measureLadders({ folder, slackApi, seconds }: Bench): Promise<Figure[]> {
  const started: Measured[] = [];
  const start = async (name: string, ladder: string) => {
    const frameworkFile = join(folder, `${name}.yaml`);
    writeFileSync(frameworkFile, ladder);
    const where = { folder: join(folder, name), slackApiUrl: slackApi.url, frameworkFile };
    const server = await startServer('ladder', where);
    const titles = readFrameworkFile(frameworkFile).roles.map(({ title }) => title);
    const measured = { server, titles, steady: [], perSecond: [] };
    started.push(measured);
    return measured;
  };
  try {
    const small = await start('small', repeatedLadder(1));
    const large = await start('large', repeatedLadder(times));
    for (const one of started) await load(one, seconds / 2);
    const kinds = { floor: small, ladder: large };
    for (const kind of interleaved(rounds)) await ask(kinds[kind], seconds);
    for (const kind of interleaved(rounds)) await load(kinds[kind], seconds);
    return [...lookUpFigures(large, small), ...(await largestFigures(folder))];
  } finally {
    await Promise.all(started.map(({ server }) => server.stop()));
  }
}

function lookUpFigures(large: Measured, small: Measured): Figure[] {
  const name = `\`/ladder ROLE\` of ${large.titles.length} roles, ${perSecond} a second`;
  const within = (share: number, aim?: Figure['aim']): Figure => ({
    name: `${name}: ${share * 100} in 100 within, ms; beside ${small.titles.length} roles`,
    ladder: percentile(large.steady, share),
    beside: percentile(small.steady, share),
    ...(aim && { aim }),
  });
  return [
    within(0.5, atMostOf(1.2, `${small.titles.length} roles`)),
    within(0.99),
    {
      name: 'the same without a pause: answers a second',
      ladder: median(large.perSecond),
      beside: median(small.perSecond),
    },
  ];
}

/** Each title in turn, so that all roles are looked up. */
function commandsOf({ titles }: Measured) {
  let asked = 0;
  return () => {
    asked += 1;
    return signedCommand(titles[asked % titles.length] ?? '', `U0PERSON${asked % 500}`);
  };
}

async function ask(measured: Measured, seconds: number): Promise<void> {
  const next = commandsOf(measured);
  const commands = Array.from({ length: perSecond * seconds }, () => next);
  const { sent, answered } = await openLoop(measured.server.url, { perSecond, commands });
  for (const [id, sentAt] of sent) {
    measured.steady.push((answered.get(id) ?? Number.NaN) - sentAt);
  }
}

async function load(measured: Measured, seconds: number): Promise<void> {
  const how = { connections, seconds, next: commandsOf(measured), expect: 'Business Operations' };
  measured.perSecond.push((await closedLoop(measured.server.url, how)).perSecond);
}

async function largestFigures(folder: string): Promise<Figure[]> {
  const file = join(folder, 'largest.yaml');
  writeFileSync(file, largeLadder());
  const seconds: number[] = [];
  for (let round = 1; round <= checks; round += 1) {
    seconds.push((await runLadder('', 'framework', 'check', file)).seconds);
  }
  const script = projectPath('dist', 'bench', 'version-memory.js');
  const args = ['--expose-gc', script, file];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return [
    {
      name: '`framework check` of the largest ladder, in a process of its own, s',
      ladder: median(seconds),
      aim: under(2, 's'),
    },
    { name: 'Memory of a version of the largest ladder, once used, MB', ladder: Number(stdout) },
  ];
}
