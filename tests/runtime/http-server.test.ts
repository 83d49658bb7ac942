import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, createHttpServer, listen } from '../../src/runtime/http-server.js';
import { portProblem } from '../../src/system/port-problem.js';
import { startTestLadder, type TestLadder } from '../support/ladder.js';
import { requestText, sendRaw, statusOf } from '../support/raw-request.js';
import { recordingLog } from '../support/recording-log.js';

let ladder: TestLadder;
beforeAll(async () => {
  ladder = await startTestLadder({ config: { metricsPort: 0 } });
});
afterAll(() => ladder.stop());

const ports = () => [ladder.ladder.port, ladder.ladder.metricsPort ?? 0];

/** What both ports answer to the same bytes. */
async function statuses(bytes: string): Promise<(number | undefined)[]> {
  return Promise.all(ports().map(async (port) => statusOf(await sendRaw(port, bytes))));
}

describe('at each port, somebody who sends', () => {
  it.each([
    ['GET // HTTP/1.1', 404],
    ['GET /// HTTP/1.1', 404],
    ['GET //[ HTTP/1.1', 404],
    ['GET /%ff%fe HTTP/1.1', 404],
    ['GET /__proto__ HTTP/1.1', 404],
    ['GET /../../etc/passwd HTTP/1.1', 404],
    ['GET http:// HTTP/1.1', 400],
    ['GET http://[ HTTP/1.1', 400],
    ['GET http://:99999/healthz HTTP/1.1', 400],
    ['GET ladder HTTP/1.1', 400],
    ['OPTIONS * HTTP/1.1', 400],
    ['DELETE /healthz HTTP/1.1', 404],
    ['POST /metrics HTTP/1.1', 404],
    ['GET / HTTP/9.9', 400],
    ['nonsense', 400],
    ['GET', 400],
  ])('%s is told so', async (line, status) => {
    expect(await statuses(requestText(line))).toEqual([status, status]);
  });

  it('headers without an end is told so', async () => {
    const headers = [`x-slack-signature: ${'a'.repeat(20_000)}`];
    expect(await statuses(requestText('GET / HTTP/1.1', headers))).toEqual([431, 431]);
  });

  it('two lengths, or a length that is none, is told so', async () => {
    const two = requestText('POST / HTTP/1.1', ['Content-Length: 1', 'Content-Length: 2'], 'x');
    const none = requestText('POST / HTTP/1.1', ['Content-Length: much'], 'x');
    expect(await statuses(two)).toEqual([400, 400]);
    expect(await statuses(none)).toEqual([400, 400]);
  });

  it('nothing and hangs up is in the way of nobody', async () => {
    for (const bytes of ['', '\r\n\r\n', '\0\0\0\0', 'POST /slack/events HTTP/1.1\r\n']) {
      await Promise.all(ports().map((port) => sendRaw(port, bytes, { patienceMs: 50 })));
    }
    expect(await statuses(requestText('GET /healthz HTTP/1.1'))).toEqual([200, 404]);
    expect(await statuses(requestText('GET /metrics HTTP/1.1'))).toEqual([404, 200]);
  });
});

describe('a health check', () => {
  it('may ask for the head alone, for a whole address, or with a question', async () => {
    const [port = 0] = ports();
    for (const line of ['HEAD /healthz', 'GET http://ladder/healthz', 'GET /healthz?from=lb']) {
      expect(statusOf(await sendRaw(port, requestText(`${line} HTTP/1.1`)))).toBe(200);
    }
  });
});

describe('a port that is to be opened', () => {
  const settings = { port: 'PORT', host: 'HOST' };
  const { log } = recordingLog();

  it('at an address of another machine is refused in words', async () => {
    const opening = listen(createHttpServer({}, log), {
      ...{ host: '192.0.2.1', port: 0 },
      ...{ settings, log },
    });
    await expect(opening).rejects.toThrow(
      "Ladder can't listen at 192.0.2.1, PORT 0 (EADDRNOTAVAIL). Correct HOST: it must be an address of this machine.",
    );
  });

  it('below 1024 where the user may not is refused in words', () => {
    const words = portProblem('EACCES', { host: undefined, port: 80, settings });
    expect(words).toMatch(
      /^The user who runs Ladder may not listen at PORT 80 \(EACCES\); .* Set PORT/,
    );
  });

  it('at one address is open at that one alone', async () => {
    const server = createHttpServer({ 'GET /': (_request, response) => void response.end() }, log);
    const port = await listen(server, { host: '127.0.0.1', port: 0, settings, log });
    expect(server.address()).toMatchObject({ address: '127.0.0.1', port });
    await close(server);
  });

  it('answers for a handler that fails, and says where and not what', async () => {
    const { log: kept, lines } = recordingLog();
    const fail = () => Promise.reject(new Error("Rosa's words"));
    const server = createHttpServer({ 'GET /': fail }, kept);
    const port = await listen(server, { host: '127.0.0.1', port: 0, settings, log: kept });
    expect(statusOf(await sendRaw(port, requestText('GET / HTTP/1.1')))).toBe(500);
    await close(server);
    expect(lines.map(({ sentence }) => sentence)).toEqual(['an HTTP request failed']);
    expect(JSON.stringify(lines)).not.toContain('Rosa');
  });
});
