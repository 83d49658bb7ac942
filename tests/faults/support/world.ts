import type { Refusal } from '../../../playground/contract.js';
import { type LocalSlack, startLocalSlack } from '../../../playground/slack/index.js';
import { startBalancer } from './balancer.js';
import { type Company, type CompanyPerson, companyWorkspace, foundCompany } from './company.js';
import { type SupervisedServer, superviseServer } from './server.js';
import { makeStorage, type Storage, type StorageName } from './storage.js';

/** A made-up company, its Slack, which outlives every server, and a server on a database. */
export interface World {
  slack: LocalSlack;
  company: Company;
  storage: Storage;
  /** The first of the servers, and all of them. */
  server: SupervisedServer;
  servers: SupervisedServer[];
  /** What a server is started with. */
  env: NodeJS.ProcessEnv;
  as(person: CompanyPerson): ReturnType<LocalSlack['as']>;
  /** Stops and removes everything; throws if Slack refused anything. */
  end(): Promise<void>;
}

export interface WorldOptions {
  storage: StorageName;
  company: Company;
  /** Where the embedded database is to live. */
  dataDirectory?: string;
  socketMode?: boolean;
  /** How many servers share the database. Default: one. */
  instances?: number;
  /** How long Slack takes for each message, in milliseconds. */
  slackTakesMs?: number;
}

const botToken = 'xoxb-faults';
const appToken = 'xapp-faults';
const signingSecret = 'a signing secret of the fault suite';

/** Throws where a server doesn't get ready. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { company, socketMode = false, instances = 1, slackTakesMs } = options;
  const storage = await makeStorage(options.storage, options.dataDirectory);
  await foundCompany(storage.settings, company);
  const slack = await startLocalSlack({
    workspace: companyWorkspace,
    people: company.people,
    bot: { botId: 'B0LADDER', botUserId: 'U0LADDER', name: 'Ladder' },
    botToken,
    signingSecret,
    ...(socketMode && { appToken }),
    app: { commands: [{ command: '/ladder', description: 'Your role and what comes next' }] },
    // Slack's three seconds would make a busy machine fail.
    timing: { ackMs: 15_000, triggerMs: 15_000, eventRetryMs: [50, 500, 2_000] },
  });
  if (slackTakesMs !== undefined) slack.faults.delay('chat.postMessage', slackTakesMs);
  const env = {
    ...storage.env,
    SLACK_BOT_TOKEN: botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    ...(socketMode && { SLACK_APP_TOKEN: appToken }),
    SLACK_API_URL: slack.apiUrl,
    MESSAGES_PER_MINUTE: '6000',
  };
  const start = () => superviseServer(env, storage.settings.dataDirectory);
  const servers = await Promise.all(Array.from({ length: instances }, start));
  const server = servers[0] as SupervisedServer;
  const balancer = instances > 1 ? await startBalancer(servers.map(({ port }) => port)) : undefined;
  if (!socketMode) slack.connectApp(balancer?.url ?? server.url);
  return {
    slack,
    company,
    storage,
    server,
    servers,
    env,
    as: (person) => slack.as(person.id),
    async end() {
      await Promise.all(servers.map((one) => one.stop()));
      await balancer?.close();
      await slack.close();
      await storage.remove();
      const refusals = slack.refusals.filter((one) => !isOwnMaking(one));
      if (refusals.length > 0) {
        throw new Error(`Slack refused: ${JSON.stringify(refusals.slice(0, 5), null, 2)}`);
      }
    },
  };
}

/**
 * People here close windows, turn a page, or press twice, while an answer is on its way to what was there: an
 * answer for a window as it was (its hash) is refused where the window shows something later.
 */
function isOwnMaking({ where, error, reasons }: Refusal): boolean {
  return (
    error === 'not_found' ||
    (where === 'views.update' && error === 'hash_conflict') ||
    reasons.some((one) => one.endsWith('no input block has this block_id'))
  );
}
