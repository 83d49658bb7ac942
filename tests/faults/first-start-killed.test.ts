import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../playground/slack/index.js';
import { workspaceOptions } from '../support/local-slack.js';
import { type NodeProcess, startNode } from '../support/node-process.js';
import { record } from './support/figures.js';
import { randomFor } from './support/random.js';
import { serverScript } from './support/server.js';

const kills = 8;
let slack: LocalSlack;
beforeAll(async () => {
  slack = await startLocalSlack(workspaceOptions());
});
afterAll(() => slack.close());

describe('the first start on the embedded database, killed', () => {
  it('leaves nothing that keeps the next from starting', async () => {
    const random = randomFor('first start');
    let failed = 0;
    for (let time = 0; time < kills; time += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'ladder-first-'));
      const { botToken, signingSecret } = workspaceOptions();
      const env = {
        DATA_DIR: folder,
        PORT: '0',
        SLACK_BOT_TOKEN: botToken,
        SLACK_SIGNING_SECRET: signingSecret,
        SLACK_API_URL: slack.apiUrl,
      };
      const first = startNode(serverScript, [], { env, cwd: folder });
      // The tender moments: the files of the database are half there, or just in their place.
      while (!readdirSync(folder).some((name) => name.startsWith('database'))) await pause(1);
      await pause(random.between(0, 1_500));
      first.kill('SIGKILL');
      await first.ended;
      const next = startNode(serverScript, [], { env, cwd: folder });
      failed += (await getsReady(next)) ? 0 : 1;
      next.kill('SIGTERM');
      await next.ended;
      rmSync(folder, { recursive: true, force: true });
    }
    record({
      scenario: 'The very first start is killed',
      database: 'embedded',
      faults: `${kills} × SIGKILL`,
      work: `${kills - failed} of ${kills} next starts`,
      lost: failed,
      twice: 0,
      unknown: '–',
    });
    expect(failed).toBe(0);
  });
});

/** False if it ends instead. */
async function getsReady(server: NodeProcess): Promise<boolean> {
  let over = false;
  void server.ended.then(() => {
    over = true;
  });
  while (!over) {
    if (server.out().includes('"msg":"ready"')) return true;
    await pause(50);
  }
  return false;
}
