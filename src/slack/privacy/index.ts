import type { ModalView } from '@slack/types';
import { indexOf } from '../../domain/role/position.js';
import { readableRows, readOwnData } from '../../services/export/index.js';
import { listReadings, readPrivacy } from '../../services/privacy/index.js';
import { actor, personOf } from '../bolt/actor.js';
import type { CommandHandler } from '../bolt/command/command.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { noticesOf } from '../ui/notices.js';
import { type Opener, openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { sendDataFile } from './data-file.js';
import { dataModal } from './data-window.js';
import { actionIds, callbackIds } from './ids.js';
import { privacyButton } from './links.js';
import { readingsModal } from './readings-window.js';
import { privacyModal } from './window.js';

/** The page that names the readers of what I write, and lists their readings. */
export const register: Register = (app, slack) => {
  onAction(app, actionIds.open, (press) => openPage(slack, press));
  onAction(app, actionIds.readings, (press) => openReadings(slack, press, 0));
  onAction(app, new RegExp(`^${actionIds.page}:`), (press) =>
    openReadings(slack, press, pressed(slackValues.page, press)),
  );
  onAction(app, actionIds.data, (press) => openData(slack, press, 0));
  onAction(app, new RegExp(`^${actionIds.dataPage}:`), (press) =>
    openData(slack, press, pressed(slackValues.page, press)),
  );
  onAction(app, actionIds.dataFile, (press) => sendFile(slack, press));
};

const privacy: CommandHandler = async (command) => {
  await command.ack();
  await openPage(command.slack, command);
};

export const commands: Record<string, CommandHandler> = { privacy };

function openPage(slack: SlackContext, opener: Opener): Promise<void> {
  return openWindow(opener, {
    log: slack.services.log,
    notices: noticesOf(callbackIds.page, 'Who sees what'),
    loading: 'One moment, I am looking it up.',
    draw: () => drawPage(slack, opener.body.user.id),
    what: 'that page',
    again: privacyButton('Try again'),
  });
}

async function drawPage(slack: SlackContext, slackUserId: string): Promise<ModalView> {
  const { services, workspace } = slack;
  const index = indexOf(services.frameworks.current(workspace.id).framework);
  const read = await readPrivacy(services, await actor(slack, slackUserId));
  return privacyModal(read, (roleKey) => index.role(roleKey)?.title ?? roleKey);
}

function openReadings(slack: SlackContext, opener: Opener, page: number): Promise<void> {
  return openWindow(opener, {
    log: slack.services.log,
    notices: noticesOf(callbackIds.readings, 'Who has read yours'),
    loading: 'One moment, I am getting the list.',
    draw: async () => {
      const own = await actor(slack, opener.body.user.id);
      return readingsModal(await listReadings(slack.services, own, page), page);
    },
    what: 'that list',
    again: privacyButton('Try again'),
  });
}

function openData(slack: SlackContext, opener: Opener, page: number): Promise<void> {
  return openWindow(opener, {
    log: slack.services.log,
    notices: noticesOf(callbackIds.data, 'My data'),
    loading: 'One moment, I am getting your data.',
    draw: async () => {
      const own = await actor(slack, opener.body.user.id);
      const [data, canBeFile] = await Promise.all([
        readOwnData(slack.services, own),
        slack.ownFiles.areWritable(),
      ]);
      return dataModal(readableRows(data), { page, canBeFile });
    },
    what: 'your data',
    again: privacyButton('Try again'),
  });
}

function sendFile(slack: SlackContext, opener: Opener): Promise<void> {
  const notices = noticesOf(callbackIds.file, 'My data');
  return openWindow(opener, {
    ...{ log: slack.services.log, notices },
    loading: 'One moment, I am writing the file.',
    draw: async () => {
      await sendDataFile(slack, opener.client, await personOf(slack, opener.body.user.id));
      return notices.notice('The file is in your messages with Ladder.');
    },
    failed: "I couldn't send you the file",
    what: 'your data',
    again: privacyButton('Try again'),
  });
}
