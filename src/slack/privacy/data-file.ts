import { buffer } from 'node:stream/consumers';
import type { WebClient } from '@slack/web-api';
import { dayFromDate } from '../../domain/time/day.js';
import { removeLater } from '../../services/delivery/index.js';
import { exportFiles, readExport } from '../../services/export/index.js';
import { textArchive } from '../../system/text-archive.js';
import type { personOf } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import { type Message, section } from '../ui/blocks.js';

/** So long a file of somebody's data stays in Slack, in milliseconds. */
const shownForMs = 24 * 60 * 60_000;

const title = 'What Ladder keeps about you';

/**
 * Sends a person all that is kept about them, as an archive in their messages with the app; after a day
 * it is deleted there. Throws UserFacingError where Slack takes no file.
 */
export async function sendDataFile(
  { services, ownFiles }: SlackContext,
  client: WebClient,
  person: Awaited<ReturnType<typeof personOf>>,
): Promise<void> {
  const { id: personId, workspaceId, slackUserId: channel } = person;
  const madeAt = services.clock.now();
  const data = await readExport(services, { workspaceId, personId, by: 'themselves' });
  const files = exportFiles(data, { name: person.name || channel, madeAt });
  const bytes = await buffer(textArchive(madeAt, files));
  const id = await ownFiles.upload(`ladder-${dayFromDate(madeAt)}.tar.gz`, bytes);
  // A file goes to no user but to a DM, which the post opens.
  const { channel: channelId = '', ts = '' } = await client.chat.postMessage({
    channel,
    ...introduction,
  });
  const dueAt = new Date(madeAt.getTime() + shownForMs);
  // Before it is shown, so that nothing can keep it there.
  await removeLater(services.db, { workspaceId, post: { channelId, ts, fileId: id }, dueAt });
  try {
    await ownFiles.share({ id, title, channelId });
  } catch (error) {
    await client.chat.delete({ channel: channelId, ts });
    throw error;
  }
}

const text =
  'Here is what Ladder keeps about you, for you alone: data.html to read, data.json for other programs. Save it where you want to have it; I delete it here tomorrow.';
const introduction: Message = { text, blocks: [section(text)] };
