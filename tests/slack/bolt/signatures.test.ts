import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReplayGuard } from '../../../src/slack/bolt/http/replay-guard.js';
import { startTestLadder, type TestLadder, testSigningSecret } from '../../support/ladder.js';
import { scrape } from '../../support/scrape.js';
import { type SignedRequest, signedCommand } from '../../support/signed-request.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ config: { metricsPort: 0 } });
});
afterAll(() => ladder.stop());

/** The status of the answer to a request; a header may be sent several times. */
function send(
  request: Omit<SignedRequest, 'headers'> & { headers: Record<string, string | string[]> },
): Promise<number | undefined> {
  const { method, headers, body } = request;
  return new Promise((resolve, reject) => {
    const options = { port: ladder.ladder.port, path: '/slack/events', method, headers };
    const sent = httpRequest({ host: '127.0.0.1', ...options }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

const signed = (fields: Record<string, string> = {}) => signedCommand(testSigningSecret, fields);
const withHeader = (request: SignedRequest, name: string, value: string | string[]) => ({
  ...request,
  headers: { ...request.headers, [name]: value },
});
const signatureOf = (request: SignedRequest) => request.headers['x-slack-signature'] ?? '';
const hashOf = (request: SignedRequest) => signatureOf(request).slice('v0='.length);

describe('a caught request of Slack, sent again', () => {
  it.each([
    ['as it was', (hash: string) => `v0=${hash}`],
    ['with something behind its signature', (hash: string) => `v0=${hash}=x`],
    ['with an equals sign behind it', (hash: string) => `v0=${hash}=`],
    ['with space around it', (hash: string) => `v0=${hash} x`],
    ['in capitals', (hash: string) => `v0=${hash.toUpperCase()}`],
    ['with another version', (hash: string) => `v1=${hash}`],
  ])('%s is refused', async (_how, forged) => {
    const request = signed();
    expect(await send(request)).toBe(200);
    const again = withHeader(request, 'x-slack-signature', forged(hashOf(request)));
    expect(await send(again)).toBe(401);
  });

  it('with its headers twice is refused', async () => {
    for (const name of ['x-slack-signature', 'x-slack-request-timestamp']) {
      const request = signed();
      const value = request.headers[name] ?? '';
      expect(await send(withHeader(request, name, [value, value]))).toBe(401);
      expect(await send(request)).toBe(200);
    }
  });
});

describe('a timestamp that is no plain number of seconds', () => {
  it.each([
    ['', () => ''],
    ['0x…', (seconds: number) => `0x${seconds.toString(16)}`],
    ['1e9', () => '1e9'],
    ['with a fraction', (seconds: number) => `${seconds}.0`],
    ['with a sign', (seconds: number) => `+${seconds}`],
    ['with a nought in front', (seconds: number) => `0${seconds}`],
    ['NaN', () => 'NaN'],
    ['Infinity', () => 'Infinity'],
  ])('%s is refused', async (_how, written) => {
    const request = signed();
    const timestamp = written(Math.floor(Date.now() / 1000));
    expect(await send(withHeader(request, 'x-slack-request-timestamp', timestamp))).toBe(401);
  });
});

describe('a request that nobody has signed', () => {
  const unsigned = { method: 'POST' as const, body: 'ssl_check=1&token=any' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  it('is not remembered, whatever stands in its headers', async () => {
    const request = signed();
    const forger = signedCommand('another secret', {});
    const guessed = { ...forger, headers: { ...request.headers }, body: `${request.body}x` };
    expect(await send(guessed)).toBe(401);
    expect(await send(request)).toBe(200);
    expect(
      (await scrape(ladder.ladder.metricsPort)).value('ladder_requests_refused_total', {
        reason: 'signature',
      }),
    ).toBeGreaterThan(0);
  });

  it('but asks whether the certificate is good is answered each time', async () => {
    expect(await send({ ...unsigned, headers: form })).toBe(200);
    const empty = { ...form, 'x-slack-signature': '', 'x-slack-request-timestamp': '' };
    expect(await send({ ...unsigned, headers: empty })).toBe(401);
    expect(await send({ ...unsigned, headers: form })).toBe(200);
  });

  it('and asks for more besides gets nothing', async () => {
    const body = `${signed().body}&ssl_check=1`;
    const before = ladder.logged.length;
    expect(await send({ method: 'POST', headers: form, body })).toBe(200);
    expect(ladder.logged.length).toBe(before);
  });

  it('is read no further than a few thousand bytes', async () => {
    const body = `ssl_check=1&filler=${'x'.repeat(10_000)}`;
    expect(await send({ method: 'POST', headers: form, body })).toBe(413);
  });
});

describe('what Slack has signed', () => {
  it.each([
    'application/x-www-form-urlencoded; charset=utf-8',
    'application/x-www-form-urlencoded;charset="UTF-8"',
    'Application/X-WWW-Form-Urlencoded',
  ])('is taken as %s', async (type) => {
    expect(await send(withHeader(signed(), 'content-type', type))).toBe(200);
  });

  it.each([
    ['content-type', 'application/x-www-form-urlencoded; charset=latin1'],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['content-type', 'text/plain'],
    ['content-type', ''],
    ['content-encoding', 'gzip'],
  ])('is refused with %s: %s', async (name, value) => {
    expect(await send(withHeader(signed(), name, value))).toBe(415);
  });

  it('is refused where it is larger than anything that Slack sends', async () => {
    expect(await send(signed({ text: 'x'.repeat(5_000_000) }))).toBe(413);
  });
});

describe('the memory of signatures', () => {
  it('keeps each as long as its timestamp is good, and no longer', () => {
    const replays = new ReplayGuard();
    expect(replays.add('one', { now: 1000, until: 1300 })).toBe(true);
    expect(replays.add('one', { now: 1300, until: 1300 })).toBe(false);
    expect(replays.add('two', { now: 1301, until: 1600 })).toBe(true);
    expect(replays.size).toBe(1);
  });

  it('has an end, whatever comes', () => {
    const replays = new ReplayGuard();
    for (let i = 0; i < 250_000; i++) replays.add(String(i), { now: 1000, until: 1300 });
    expect(replays.size).toBeLessThanOrEqual(200_000);
    expect(replays.add('249999', { now: 1000, until: 1300 })).toBe(false);
  });
});
