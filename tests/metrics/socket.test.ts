import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder } from '../support/ladder.js';
import { scrape } from '../support/scrape.js';

describe('in Socket Mode', () => {
  let ladder: TestLadder;
  beforeAll(async () => {
    ladder = await startTestLadder({ socketMode: true, config: { metricsPort: 0 } });
  });
  afterAll(() => ladder.stop());

  const read = () => scrape(ladder.ladder.metricsPort);

  it('acks are counted by kind as over HTTP', async () => {
    await ladder.as('Teo').command('/ladder', 'senior');
    const labels = { kind: 'command', over: 'socket' };
    expect((await read()).value('ladder_ack_seconds_count', labels)).toBe(1);
  });

  it('the socket is shown as open, and the call that opened it is counted', async () => {
    const now = await read();
    expect(now.value('ladder_socket_connected')).toBe(1);
    const opened = { client: 'socket', method: 'apps.connections.open', outcome: 'ok' };
    expect(now.value('ladder_slack_calls_total', opened)).toBe(1);
  });

  it('the socket is shown as closed once Slack has closed it', async () => {
    ladder.slack.disconnectSockets();
    for (;;) {
      if ((await read()).value('ladder_socket_connected') === 0) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect((await read()).value('ladder_socket_connected')).toBe(0);
  });
});
