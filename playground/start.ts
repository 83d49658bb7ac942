import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFrameworkFile } from '../src/framework-file.js';
import { builtInFrameworkFile } from '../src/framework-source.js';
import { startLadder } from '../src/ladder.js';
import { createLog } from '../src/log.js';
import { ensureCycles } from '../src/services/cycle/index.js';
import { appSettings } from './app-settings.js';
import { companyOf, giveProblems, leavingManager } from './company.js';
import { paths } from './contract.js';
import {
  admin,
  bot,
  channelsWithGuest,
  guest,
  leaver,
  people,
  workspace,
} from './made-up-workspace.js';
import { pages } from './pages.js';
import { writePast } from './past.js';
import { pastMessages } from './past-messages.js';
import { placePeople } from './place-people.js';
import { channelsOn, peopleOn } from './places.js';
import { PlaygroundClock } from './playground-clock.js';
import { startLocalSlack } from './slack/index.js';
import { TimeTravel } from './time-travel.js';

export interface PlaygroundOptions {
  /** The port of the page; 0 takes any free port. */
  port: number;
  /** A whole company of about so many people, some of them with problems; 0 for the few alone. */
  size?: number;
  /** The first day. Default: Tuesday 2 March 2027, 10:00 in New York. */
  start?: Date;
  /** A framework file or folder. Default: the built-in ladder. */
  frameworkFile?: string | undefined;
}

/** The day before the first quarter's check-ins open. */
export const firstMorning = new Date('2027-03-02T15:00:00Z');
const botToken = 'xoxb-playground';
const signingSecret = 'playground';

/**
 * Starts a local Slack with made-up people and a Ladder beside it, on a database that is deleted at
 * the end. Throws if the port is taken, or if the framework file has problems.
 */
export async function startPlayground(options: PlaygroundOptions) {
  const { port, start = firstMorning, frameworkFile, size = 0 } = options;
  const framework = readFrameworkFile(frameworkFile ?? builtInFrameworkFile);
  const few = peopleOn(framework, [...people, guest, leaver]);
  const company = companyOf(size - few.length, framework, admin.id);
  const everybody = [...few, ...company];
  const clock = new PlaygroundClock(start);
  let travel: TimeTravel | undefined;
  const slack = await startLocalSlack({
    port,
    workspace,
    people: everybody,
    channels: channelsOn(framework, channelsWithGuest),
    bot,
    botToken,
    signingSecret,
    app: appSettings(),
    now: () => clock.now(),
    pages,
    extra: (method, path, body) => {
      if (path !== paths.clock || !travel) return undefined;
      const answer = method === 'POST' ? travel.move(body) : travel.state();
      return answer.finally(() => method === 'POST' && slack.clockMoved());
    },
  });
  const dataDirectory = mkdtempSync(join(tmpdir(), 'ladder-playground-'));
  const ladder = await startLadder(
    {
      databaseUrl: undefined,
      poolSize: 8,
      dataDirectory,
      host: '127.0.0.1',
      port: 0,
      metricsPort: undefined,
      metricsHost: '127.0.0.1',
      stopDelayMs: 0,
      logLevel: 'warn',
      frameworkFile,
      slack: {
        botToken,
        appToken: undefined,
        signingSecret,
        apiUrl: slack.apiUrl,
        command: '/ladder',
        messagesPerMinute: 60_000,
      },
    },
    { clock, log: createLog('warn') },
  );
  slack.connectApp(`http://127.0.0.1:${ladder.port}/slack/events`);
  const placed = everybody.filter(({ id }) => id !== guest.id);
  await placePeople(ladder.context, ladder.workspace.id, placed);
  await writePast(ladder.context, ladder.workspace.id);
  slack.addPast(await pastMessages(ladder.context, ladder.workspace.id));
  await slack.deactivate(leaver.id);
  await ensureCycles(ladder.context, ladder.workspace.id);
  const leaving = leavingManager(company);
  if (leaving) await slack.deactivate(leaving.id);
  await giveProblems(ladder.context, ladder.workspace.id, company);
  const { context, messenger } = ladder;
  const target = { context, messenger, workspaceId: ladder.workspace.id };
  travel = new TimeTravel(clock, async () => [target]);
  return {
    slack,
    ladder,
    url: slack.url,
    /** `DATA_DIR` of a command line beside it. */
    dataDirectory,
    async stop() {
      await ladder.stop();
      await slack.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
