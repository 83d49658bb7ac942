/**
 * Plans and sends for workspaces until a signal stops it. Arguments: a database's URL, the Web
 * API's, messages per minute, and the workspaces' ids; each has its own token.
 */
import { openDatabase } from '../src/database/index.js';
import { startJobs } from '../src/jobs/index.js';
import { createLog } from '../src/log.js';
import { systemClock } from '../src/services/context.js';
import { Frameworks } from '../src/services/framework/index.js';
import { messages } from '../src/services/messages/index.js';
import { backgroundClient } from '../src/slack/bolt/web-api/clients.js';
import { slackMessenger } from '../src/slack/delivery/send.js';
import { messageBlocks } from '../src/slack/messages.js';
import { tokenOf } from './due-workspaces.js';

const [databaseUrl = '', slackApiUrl = '', perMinute = '', ...workspaceIds] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl, dataDirectory: '' });
const frameworks = new Frameworks(database.db);
for (const id of workspaceIds) await frameworks.refresh(id);
const log = createLog('warn');
const jobs = startJobs({
  context: { db: database.db, clock: systemClock, log, frameworks, messages },
  targets: workspaceIds.map((workspaceId) => ({
    workspaceId,
    messenger: slackMessenger(backgroundClient(tokenOf(workspaceId), { apiUrl: slackApiUrl }), {
      command: '/ladder',
      messagesPerMinute: Number(perMinute),
      blocks: messageBlocks,
      log,
    }),
  })),
});
process.once('SIGTERM', async () => {
  await jobs.stop();
  await database.close();
  process.exit(0);
});
