import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { connectDatabase } from '../../src/database/client.js';
import type { Database } from '../../src/database/index.js';
import { migrate } from '../../src/database/migrations.js';
import { projectPath } from '../../src/project-path.js';
import { addDueWorkspace, addPublishedWorkspace, tokenOf } from '../due-workspaces.js';
import { startPostgres } from '../postgres.js';
import { atLeastOf, atMostOf, type Figure } from '../report.js';
import type { SlackApi } from '../slack-api.js';
import type { Bench } from './scenario.js';

/** As long as Slack usually takes to accept a message. */
const slackTakesMs = 150;
/** The burst after a quiet time is as much as otherwise in so many seconds. */
const burstSeconds = 10;
const usualPerMinute = 240;
const manyWorkspaces = 100;
const perMinuteOfMany = 60;

/** Measures messages per second after the burst, in comparison with the rate limit. */
export async function measureSending({ folder, slackApi, seconds }: Bench): Promise<Figure[]> {
  const perSecond = usualPerMinute / 60;
  const people = perSecond * (seconds + burstSeconds);
  const sent = await send({ folder, slackApi, people, perMinute: usualPerMinute, workspaces: 1 });
  return [
    {
      name: `Messages a second, Slack taking ${slackTakesMs} ms each; beside the pace`,
      ladder: afterBurst(sent.posts[0] ?? [], perSecond),
      beside: perSecond,
      aim: atLeastOf(0.98, 'pace'),
    },
  ];
}

/** Returns how many messages a second were posted after the burst. */
function afterBurst(posts: readonly number[], perSecond: number): number {
  const steady = posts.slice(perSecond * burstSeconds);
  const tookMs = (steady.at(-1) ?? Number.NaN) - (steady[0] ?? Number.NaN);
  return ((steady.length - 1) * 1000) / tookMs;
}

/** Measures how long the last of many workspaces waits, in comparison with a single one. */
export async function measureWorkspaces({ folder, slackApi, seconds }: Bench): Promise<Figure[]> {
  const people = (perMinuteOfMany / 60) * (seconds + burstSeconds);
  const input = { folder, slackApi, people, perMinute: perMinuteOfMany };
  const alone = await send({ ...input, workspaces: 1 });
  const many = await send({ ...input, workspaces: manyWorkspaces });
  return [
    {
      name: `${manyWorkspaces} workspaces with ${people} messages each, start to last, s; beside one`,
      ladder: many.seconds,
      beside: alone.seconds,
      aim: atMostOf(1.1, 'one'),
    },
  ];
}

/** So many people are notified of a new version of the ladder. */
const peopleNotified = 10_000;

/** Measures what publishing a ladder sends to a large company, in comparison with the rate limit. */
export async function measurePublishing({
  folder,
  slackApi,
  seconds,
  divisor,
}: Bench): Promise<Figure[]> {
  const perSecond = usualPerMinute / 60;
  const people = peopleNotified / divisor;
  let recordedAfter = Number.NaN;
  const sent = await send({
    ...{ folder, slackApi, perMinute: usualPerMinute, workspaces: 1 },
    people: Math.min(people, perSecond * (seconds + burstSeconds)),
    add: async (db, name) => {
      const added = await addPublishedWorkspace(db, name, people);
      recordedAfter = added.recordedAfter;
      return added.workspaceId;
    },
  });
  return [
    {
      name: `A version that changes the roles of ${people.toLocaleString('en-GB')} people, until their messages are recorded, s`,
      ladder: recordedAfter,
    },
    {
      name: 'Messages about it a second; beside the pace',
      ladder: afterBurst(sent.posts[0] ?? [], perSecond),
      beside: perSecond,
      aim: atLeastOf(0.98, 'pace'),
    },
  ];
}

interface Sending {
  folder: string;
  slackApi: SlackApi;
  workspaces: number;
  /** So many messages are waited for in each workspace. */
  people: number;
  perMinute: number;
  /** Adds a workspace; by default one in which each person is due one message. */
  add?: (db: Database, name: string, people: number) => Promise<string>;
}

interface Sent {
  /** When each message was posted, by workspace, in milliseconds. */
  posts: (readonly number[])[];
  /** From the start of the process that plans and sends to the last message. */
  seconds: number;
}

/** Plans and sends everything that is due. */
async function send(sending: Sending): Promise<Sent> {
  const { folder, slackApi, workspaces, people, perMinute, add = addDueWorkspace } = sending;
  const postgres = await startPostgres();
  slackApi.postDelayMs = slackTakesMs;
  try {
    const url = await postgres.createDatabase('sending');
    await migrate(url);
    const { db } = connectDatabase(url);
    const ids: string[] = [];
    for (let number = 1; number <= workspaces; number += 1) {
      ids.push(await add(db, `T0MEASURE${number}`, people));
    }
    await db.$disconnect();
    const posts = () => ids.map((id) => slackApi.posted.get(tokenOf(id)) ?? []);
    const startedAt = performance.now();
    const stop = startSender(folder, [url, slackApi.url, `${perMinute}`, ...ids]);
    const timeoutMs = (3 * people * 60_000) / perMinute + 60_000;
    const until = performance.now() + timeoutMs;
    while (posts().some(({ length }) => length < people)) {
      if (performance.now() > until) {
        const missing = posts().reduce((sum, { length }) => sum + people - length, 0);
        throw new Error(`${missing} messages were not sent within ${timeoutMs / 1000} seconds.`);
      }
      await pause(100);
    }
    await stop();
    const last = Math.max(...posts().flat());
    return { posts: posts(), seconds: (last - startedAt) / 1000 };
  } finally {
    slackApi.postDelayMs = 0;
    postgres.stop();
  }
}

/** Starts a sender in a process of its own. Returns a function that ends it. */
function startSender(folder: string, args: string[]): () => Promise<void> {
  const log = openSync(join(folder, 'sender.log'), 'a');
  const script = projectPath('dist', 'bench', 'sending-process.js');
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', log, log] });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit');
  return async () => {
    child.kill('SIGTERM');
    await ended;
    process.off('exit', kill);
  };
}
