import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTokenKeys } from '../src/domain/installation/token-keys.js';
import { readFrameworkFile } from '../src/framework-file.js';
import { builtInFrameworkFile } from '../src/framework-source.js';
import { startSharedLadder } from '../src/ladder.js';
import { createLog } from '../src/log.js';
import { ensureCycles } from '../src/services/cycle/index.js';
import { appSettings } from './app-settings.js';
import { paths } from './contract.js';
import { type HubWorkspace, startSlackHub } from './hub/index.js';
import { bot, channelsWithGuest, guest, people, workspace } from './made-up-workspace.js';
import { pages } from './pages.js';
import { writePast } from './past.js';
import { pastMessages } from './past-messages.js';
import { placePeople } from './place-people.js';
import { channelsOn, peopleOn } from './places.js';
import { PlaygroundClock } from './playground-clock.js';
import { secondBot, secondChannels, secondPeople, secondWorkspace } from './second-workspace.js';
import type { LocalSlackOptions } from './slack/options.js';
import { firstMorning, type PlaygroundOptions } from './start.js';
import { TimeTravel } from './time-travel.js';

const client = { clientId: '1.1', clientSecret: 'playground' };
const signingSecret = 'playground';

/**
 * Starts two local Slacks and one Ladder that serves both: it is installed in the first, whose people have
 * a past, and can be installed in the second with a button. The pages are at the port and the one behind
 * it. Throws as `startPlayground` does.
 */
export async function startSeveralWorkspaces(options: PlaygroundOptions) {
  const { port, start = firstMorning, frameworkFile } = options;
  const framework = readFrameworkFile(frameworkFile ?? builtInFrameworkFile);
  const firstPeople = peopleOn(framework, [...people, guest]);
  const clock = new PlaygroundClock(start);
  let travel: TimeTravel | undefined;
  const same = (own: string, other: string, otherName: string): Partial<LocalSlackOptions> => ({
    ...{ app: appSettings(), now: () => clock.now(), pages },
    several: () => ({
      others: [{ name: otherName, url: hub.of(other).url }],
      installUrl: `${hub.url}/slack/install`,
    }),
    extra: (method, path, body) => {
      if (path !== paths.clock || !travel) return undefined;
      const moving = method === 'POST';
      const answer = workspaceIdOf(own).then((id) =>
        moving ? travel?.move(body, id) : travel?.state(id),
      );
      return answer.finally(() => moving && [own, other].map((id) => hub.of(id).clockMoved()));
    },
  });
  const workspaces: HubWorkspace[] = [
    {
      ...{ ...same(workspace.id, secondWorkspace.id, secondWorkspace.name), signingSecret, port },
      ...{ workspace, people: firstPeople, bot },
      channels: channelsOn(framework, channelsWithGuest),
    },
    {
      ...{ ...same(secondWorkspace.id, workspace.id, workspace.name), signingSecret },
      ...{ port: port === 0 ? 0 : port + 1, workspace: secondWorkspace, bot: secondBot },
      ...{ people: secondPeople, channels: secondChannels },
    },
  ];
  const hub = await startSlackHub({ ...client, workspaces });
  const dataDirectory = mkdtempSync(join(tmpdir(), 'ladder-playground-'));
  const tokensKey = randomBytes(32).toString('base64');
  const ladder = await startSharedLadder(
    {
      ...{ databaseUrl: undefined, poolSize: 8, dataDirectory, host: '127.0.0.1', port: 0 },
      ...{ metricsPort: undefined, metricsHost: '127.0.0.1', stopDelayMs: 0 },
      ...{ logLevel: 'warn' as const, frameworkFile },
      slack: {
        ...{ appToken: undefined, signingSecret, apiUrl: hub.apiUrl },
        ...{ command: '/ladder', messagesPerMinute: 60_000 },
        oauth: {
          ...client,
          keys: readTokenKeys(tokensKey).keys,
          publicUrl: hub.url,
          authorizeUrl: `${hub.url}/oauth/v2/authorize`,
        },
      },
    },
    { clock, log: createLog('warn') },
  );
  const { context } = ladder;
  const workspaceIdOf = async (slackTeamId: string) => {
    const row = await context.db.workspace.findUnique({ where: { slackTeamId } });
    return row?.id ?? '';
  };
  hub.connectApp(`http://127.0.0.1:${ladder.port}/slack/events`);
  await hub.install(workspace.id);
  const workspaceId = await workspaceIdOf(workspace.id);
  await placePeople(
    context,
    workspaceId,
    firstPeople.filter(({ id }) => id !== guest.id),
  );
  await writePast(context, workspaceId);
  hub.of(workspace.id).addPast(await pastMessages(context, workspaceId));
  await ensureCycles(context, workspaceId);
  travel = new TimeTravel(clock, async () =>
    (await ladder.targets()).flatMap(({ workspaceId: id, context: own = context, messenger }) =>
      messenger ? [{ workspaceId: id, context: own, messenger }] : [],
    ),
  );
  return {
    hub,
    ladder,
    url: hub.of(workspace.id).url,
    /** `DATA_DIR` of a command line beside it. */
    dataDirectory,
    async stop() {
      await ladder.stop();
      await hub.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
