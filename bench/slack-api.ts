import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** The Web API with constant answers; records when each call came. */
export interface SlackApi {
  url: string;
  /** How long each post waits for its answer, as with Slack; 0 at first. */
  postDelayMs: number;
  /** When each message was posted, by token. */
  posted: ReadonlyMap<string, readonly number[]>;
  /** When `views.open` arrived, by trigger id; in milliseconds of `performance.now()`. */
  opened: ReadonlyMap<string, number>;
  /** When `views.update` first filled the modal, by the trigger id that opened it. */
  filled: ReadonlyMap<string, number>;
  /**
   * Returns an address for one answer to a command after its ack, and the time of its arrival in
   * milliseconds of `performance.now()`. The arrival rejects after ten seconds.
   */
  expectAnswer(): { url: string; arrival: Promise<number> };
  close(): Promise<void>;
}

const answerMs = 10_000;

const identity = {
  team_id: 'T0MEASURE',
  team: 'Measure',
  user_id: 'U0LADDER',
  user: 'ladder',
  bot_id: 'B0LADDER',
};

/** Starts the server on a free port of this machine. */
export async function startSlackApi(): Promise<SlackApi> {
  const opened = new Map<string, number>();
  const filled = new Map<string, number>();
  const posted = new Map<string, number[]>();
  const answers = new Map<string, (at: number) => void>();
  let expected = 0;

  function answer(method: string, form: URLSearchParams): object {
    const now = performance.now();
    const trigger = form.get('trigger_id') ?? '';
    const viewId = form.get('view_id') ?? '';
    switch (method) {
      case 'auth.test':
        return identity;
      case 'views.open':
        opened.set(trigger, now);
        return { view: { id: trigger, root_view_id: trigger, hash: '1', type: 'modal' } };
      case 'views.update':
        if (!filled.has(viewId)) filled.set(viewId, now);
        return { view: { id: viewId, root_view_id: viewId, hash: '2', type: 'modal' } };
      case 'users.info':
        return { user: { id: form.get('user'), name: 'somebody', tz: 'UTC', locale: 'en-US' } };
      case 'chat.postMessage':
        return { channel: 'D0MEASURE', ts: '1.000001' };
      default:
        return {};
    }
  }

  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await bodyOf(request));
    answers.get(request.url ?? '')?.(performance.now());
    const method = request.url?.split('/').at(-1) ?? '';
    if (method === 'chat.postMessage') {
      const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
      posted.set(token, [...(posted.get(token) ?? []), performance.now()]);
      await pause(api.postDelayMs);
    }
    reply(response, { ok: true, ...answer(method, form) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const api: SlackApi = {
    postDelayMs: 0,
    posted,
    url: `${origin}/api/`,
    opened,
    filled,
    expectAnswer() {
      expected += 1;
      const path = `/commands/${expected}`;
      const arrival = new Promise<number>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no answer came')), answerMs);
        answers.set(path, (at) => {
          clearTimeout(timer);
          answers.delete(path);
          resolve(at);
        });
      });
      return { url: `${origin}${path}`, arrival };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return api;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function reply(response: ServerResponse, answer: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(answer));
}
