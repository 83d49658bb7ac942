import { App } from '@slack/bolt';
import type { Log } from '../../../services/context.js';
import { boltLogger } from '../bolt-logger.js';
import { answerFailures } from '../error-handler.js';
import { noReceiver } from '../no-receiver.js';
import type { SlackObserver } from '../observer.js';
import { kindOf } from '../request-facts.js';
import { interactiveOptions } from '../web-api/clients.js';
import type { SlackEndpoint } from '../web-api/proxy.js';
import { answerNothing, answerRefused } from './refused-request.js';

const notInstalled =
  "I'm not installed in your workspace, so I can't answer here. Nothing has changed.";

/** Answers people of workspaces in which the app isn't installed. It has no token and nobody's data. */
export function createStrangersApp(
  endpoint: SlackEndpoint,
  watched: { log: Log; observer?: SlackObserver | undefined },
): App {
  const { log } = watched;
  const app = new App({
    receiver: noReceiver,
    logger: boltLogger(log),
    clientOptions: interactiveOptions(endpoint, watched),
    authorize: async () => ({}),
    convoStore: false,
  });
  app.use(answerFailures(log));
  app.use(async (args) => {
    if (kindOf(args.body) === 'event') return answerNothing(args);
    return answerRefused(args, notInstalled, log);
  });
  return app;
}
