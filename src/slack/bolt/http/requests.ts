import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type App,
  HTTPModuleFunctions,
  HTTPResponseAck,
  type Logger,
  type Receiver,
  type ReceiverEvent,
} from '@slack/bolt';
import { answer } from '../../../runtime/http-server.js';
import { traced } from '../../../services/trace.js';
import type { SlackObserver } from '../observer.js';
import { ReplayGuard } from './replay-guard.js';
import { RefusedRequest, readVerified } from './verified-request.js';

export interface HttpRequestsOptions {
  signingSecret: string;
  logger: Logger;
  observer?: SlackObserver | undefined;
}

/**
 * Bolt's receiver for HTTP. Bolt's own parses a body before it can check it, and ends the process
 * over a signed `null`. This one passes on only what Slack has signed and what has the shape of
 * Slack's requests, and leaves verifying and acknowledging to Bolt's functions.
 */
export class HttpRequests implements Receiver {
  readonly #options: HttpRequestsOptions;
  readonly #replays = new ReplayGuard();
  #app: Pick<App, 'processEvent'> | undefined;

  constructor(options: HttpRequestsOptions) {
    this.#options = options;
  }

  init(app: Pick<App, 'processEvent'>): void {
    this.#app = app;
  }

  /** The port is opened by the server that routes requests to `handle`. */
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  /** Throws HttpError for whatever is not to be served. */
  readonly handle = (request: IncomingMessage, response: ServerResponse): Promise<void> =>
    traced('request', { over: 'http' }, async () => {
      const body = await this.#read(request);
      if (body === undefined) return void response.writeHead(200).end();
      if (isUrlCheck(body)) return answer(response, 200, { challenge: body.challenge });
      await this.#app?.processEvent({
        // Any JSON; `requests.ts` checks it.
        body: body as ReceiverEvent['body'],
        ack: this.#ack(request, response),
        retryNum: HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request),
        retryReason: HTTPModuleFunctions.extractRetryReasonFromHTTPRequest(request),
      });
    });

  async #read(request: IncomingMessage): Promise<unknown> {
    const { signingSecret, observer } = this.#options;
    const now = Math.floor(Date.now() / 1000);
    try {
      return await readVerified(request, { signingSecret, replays: this.#replays, now });
    } catch (error) {
      if (error instanceof RefusedRequest) observer?.refused(error.refusal);
      throw error;
    }
  }

  #ack(request: IncomingMessage, response: ServerResponse) {
    return new HTTPResponseAck({
      logger: this.#options.logger,
      processBeforeResponse: false,
      // The client has disconnected by then; `requests.ts` has logged it.
      unhandledRequestHandler: () => {
        if (!response.headersSent) response.writeHead(404).end();
      },
      httpRequest: request,
      httpResponse: response,
    }).bind();
  }
}

/** Slack asks once, when the address is entered, whether it is ours. */
function isUrlCheck(body: unknown): body is { challenge: string } {
  if (typeof body !== 'object' || body === null) return false;
  const { type, challenge } = body as { type?: unknown; challenge?: unknown };
  return type === 'url_verification' && typeof challenge === 'string';
}
