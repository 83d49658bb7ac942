import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestLadder, type TestLadder, testSigningSecret } from '../../support/ladder.js';
import { signedCommand } from '../../support/signed-request.js';

describe('a request to /slack/events', () => {
  let ladder: TestLadder;
  let url: string;
  beforeAll(async () => {
    ladder = await startTestLadder();
    url = `http://127.0.0.1:${ladder.ladder.port}`;
  });
  afterAll(() => ladder.stop());

  const send = (request: RequestInit) => fetch(`${url}/slack/events`, request);

  it('is answered when Slack has signed it', async () => {
    const response = await send(signedCommand(testSigningSecret, {}));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Senior Business Operations Manager');
  });

  it('is refused when somebody else has signed it', async () => {
    expect((await send(signedCommand('another secret', {}))).status).toBe(401);
  });

  it('is refused when its body was changed on the way', async () => {
    const request = signedCommand(testSigningSecret, {});
    const response = await send({ ...request, body: request.body.replace('senior', 'manager') });
    expect(response.status).toBe(401);
  });

  it('is refused when it is older than five minutes', async () => {
    const response = await send(signedCommand(testSigningSecret, {}, { ageSeconds: 301 }));
    expect(response.status).toBe(401);
  });

  it('is refused when it comes from the future', async () => {
    const response = await send(signedCommand(testSigningSecret, {}, { ageSeconds: -310 }));
    expect(response.status).toBe(401);
  });

  it('is refused the second time', async () => {
    const request = signedCommand(testSigningSecret, {});
    expect((await send(request)).status).toBe(200);
    expect((await send(request)).status).toBe(401);
  });

  it('is refused without a signature', async () => {
    expect((await send({ method: 'POST', body: 'command=/ladder' })).status).toBe(401);
  });

  it('is not found at any other path', async () => {
    expect((await fetch(`${url}/slack/other`, { method: 'POST' })).status).toBe(404);
  });
});
