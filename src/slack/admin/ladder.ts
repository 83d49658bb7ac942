import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { parseFrameworkFile } from '../../domain/framework/file.js';
import { UserFacingError } from '../../services/errors/index.js';
import {
  foreseeVersion,
  publishForeseen,
  readLadderInUse,
} from '../../services/framework/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { failureText } from '../ui/failure-text.js';
import { updated } from '../ui/form.js';
import { openWindow } from '../ui/open-window.js';
import { replaceView } from '../ui/windows.js';
import { type Admin, adminOf } from './admin.js';
import { actionIds, callbackIds, ladderFields, ladderMetadata } from './ids.js';
import {
  fromFileText,
  ladderPage,
  ladderPreview,
  ladderProblems,
  publishedBlocks,
  type WithoutFile,
} from './ladder-page.js';
import { notices } from './notices.js';
import { submittedFile } from './submitted-file.js';

/** The version of the ladder that is in use, and the next one from a file: checked, shown, published. */
export const registerLadder: Register = (app, slack) => {
  onAction(app, actionIds.ladder, (press) =>
    openWindow(press, {
      ...notices.opening(slack, 'the ladder', actionIds.ladder),
      replaces: [],
      draw: async () => page(slack, await adminOf(slack, press.body.user.id)),
    }),
  );

  app.view(callbackIds.ladder, async ({ ack, body, view, client }) => {
    // The file is fetched; checking a large one takes seconds.
    await ack(updated(notices.notice('One moment, I am reading the file.')));
    await replaceView(client, view.id, await submitted(slack, body.user.id, view));
  });
};

async function page(slack: SlackContext, admin: Admin, problem?: string): Promise<ModalView> {
  const [inUse, withoutFile] = await Promise.all([
    readLadderInUse(slack.services, admin),
    whyNoFile(slack),
  ]);
  return ladderPage({ inUse, withoutFile, problem });
}

async function whyNoFile(slack: SlackContext): Promise<WithoutFile | undefined> {
  if (slack.hasLadderFile) return 'from_file';
  return (await slack.files.areReadable()) ? undefined : 'no_scope';
}

/** Shows what the file would be as the next version or, once that was shown, publishes it. */
async function submitted(
  slack: SlackContext,
  slackUserId: string,
  view: ViewOutput,
): Promise<ModalView> {
  let admin: Admin | undefined;
  try {
    admin = await adminOf(slack, slackUserId);
    if (slack.hasLadderFile) throw new UserFacingError(fromFileText);
    const { fileId, hash, after } = ladderMetadata.read(view);
    if (fileId === undefined || hash === undefined || after === undefined) {
      return await preview(slack, admin, submittedFile(ladderFields.file, view));
    }
    const read = parseFrameworkFile(await slack.files.read(fileId), fileName);
    if ('problems' in read) return ladderProblems(read.problems);
    const { framework } = read;
    const next = { ...admin, framework, publishedBy: 'an admin, in Slack' };
    const published = await publishForeseen(slack.services, next, { hash, after });
    return notices.notice(publishedBlocks(published));
  } catch (error) {
    const what = "I couldn't take that ladder";
    const sentence = failureText(slack.services.log, error, { what, user: slackUserId });
    return admin ? page(slack, admin, sentence) : notices.failure(sentence);
  }
}

/** As problems name it. */
const fileName = 'The file';

async function preview(slack: SlackContext, admin: Admin, fileId: string): Promise<ModalView> {
  const read = parseFrameworkFile(await slack.files.read(fileId), fileName);
  if ('problems' in read) return ladderProblems(read.problems);
  const { framework } = read;
  return ladderPreview(await foreseeVersion(slack.services, { ...admin, framework }), fileId);
}
