import { App } from '@slack/bolt';
import type { HttpProxy } from '../../config/proxy.js';
import type { Log } from '../../services/context.js';
import { boltLogger } from './bolt-logger.js';
import { concurrencyLimit } from './concurrency/concurrency-limit.js';
import { answerFailures } from './error-handler.js';
import type { LookUps } from './members/guest-access.js';
import type { SlackMembers } from './members/members.js';
import { onlyMembers } from './members/only-members.js';
import { noReceiver } from './no-receiver.js';
import type { SlackObserver } from './observer.js';
import { interactiveOptions } from './web-api/clients.js';
import type { Identity } from './web-api/identity.js';

export interface BoltAppOptions {
  apiUrl: string;
  /** Set where Slack is reached through one. */
  proxy?: HttpProxy | undefined;
  botToken: string;
  /** From `auth.test` at start; spares asking on every request. */
  identity: Identity;
  /** Says who is a member of our workspace. */
  members: SlackMembers;
  /** Undefined without metrics. */
  observer?: SlackObserver | undefined;
}

/** Builds the Bolt app of one workspace with what stands before all listeners. */
export function createBoltApp(
  options: BoltAppOptions,
  { log, lookUps }: { log: Log; lookUps: LookUps },
): App {
  const { botToken, identity, members, observer } = options;
  const app = new App({
    receiver: noReceiver,
    logger: boltLogger(log),
    clientOptions: interactiveOptions(options, { log, observer }),
    authorize: async () => ({ botToken, ...identity }),
    // Bolt's memory of conversations: nothing here uses it, and every request would pay for it.
    convoStore: false,
  });
  app.use(answerFailures(log));
  // Before the limit for each person: refused requests don't count against it.
  app.use(onlyMembers({ ours: identity, members, lookUps, log }));
  app.use(concurrencyLimit());
  return app;
}
