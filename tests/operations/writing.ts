import { setTimeout as pause } from 'node:timers/promises';
import type { OpenDatabase } from '../../src/database/index.js';

export interface Writing {
  /** The Slack ids of the people whose rows were acknowledged so far. */
  acknowledged: string[];
  stop(): Promise<void>;
}

/** Adds people to a workspace, several at once, until told to stop; resolves after the first twenty. */
export async function startWriting({ db }: OpenDatabase, workspaceId: string): Promise<Writing> {
  const acknowledged: string[] = [];
  let number = 0;
  let stopped = false;
  const write = async () => {
    while (!stopped) {
      number += 1;
      const slackUserId = `UNEW${number}`;
      await db.person.create({ data: { workspaceId, slackUserId, name: `Person ${number}` } });
      acknowledged.push(slackUserId);
    }
  };
  const writing = [write(), write(), write()];
  while (acknowledged.length < 20) await pause(10);
  return {
    acknowledged,
    async stop() {
      stopped = true;
      await Promise.all(writing);
    },
  };
}
