import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { readPeopleFile } from '../../domain/person/people-file.js';
import { findInSlack, importPeople, managersFromSlack } from '../../services/person/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { section } from '../ui/blocks.js';
import { failureText } from '../ui/failure-text.js';
import { updated } from '../ui/form.js';
import { openWindow } from '../ui/open-window.js';
import { readSlackValue } from '../ui/slack-values.js';
import { replaceView } from '../ui/windows.js';
import { type Admin, adminOf } from './admin.js';
import { actionIds, callbackIds, importFields, importMetadata } from './ids.js';
import {
  fromSlackBlocks,
  importForm,
  importPreview,
  importProblems,
  noFilesBlocks,
  outcomeBlocks,
} from './import-form.js';
import { notices } from './notices.js';
import { submittedFile } from './submitted-file.js';

/** The import of a file of people: the form, what it would do, and doing it. */
export const registerImport: Register = (app, slack) => {
  onAction(app, actionIds.import, (press) =>
    openWindow(press, {
      ...notices.opening(slack, 'that form', actionIds.import),
      replaces: [],
      draw: async () => {
        await adminOf(slack, press.body.user.id);
        const areReadable = await slack.files.areReadable();
        return areReadable
          ? importForm()
          : notices.notice([...fromSlackBlocks(), ...noFilesBlocks()]);
      },
    }),
  );

  onAction(app, actionIds.fromSlack, (press) =>
    openWindow(press, {
      ...notices.opening(slack, 'that', actionIds.import),
      loading: 'One moment, I am asking Slack.',
      replaces: 'every window',
      draw: async () => {
        const admin = await adminOf(slack, press.body.user.id);
        return preview(slack, admin, { fileId: undefined, skipLeavers: false });
      },
    }),
  );

  app.view(callbackIds.import, async ({ ack, body, view, client }) => {
    // The file is fetched, and Slack is asked about everybody in it.
    await ack(updated(notices.notice('One moment, I am reading the file.')));
    await replaceView(client, view.id, await submitted(slack, body.user.id, view));
  });
};

const submittedLeavers = z.object({
  state: z.object({
    values: z.object({
      [importFields.leavers]: z
        .object({
          [importFields.leavers]: z.object({ selected_options: z.array(z.unknown()).max(1) }),
        })
        .optional(),
    }),
  }),
});

interface Asked {
  /** Undefined where managers come from Slack's profiles. */
  fileId: string | undefined;
  skipLeavers: boolean;
  /** How many changes were shown; undefined: nothing was shown yet. */
  shown?: number | undefined;
}

function askedBy(view: ViewOutput): Asked {
  const { fileId, fromSlack, skipLeavers = false, shown } = importMetadata.read(view);
  if (fileId !== undefined || fromSlack) return { fileId, skipLeavers, shown };
  const { values } = readSlackValue(submittedLeavers, view).state;
  const leavers = values[importFields.leavers]?.[importFields.leavers].selected_options ?? [];
  return {
    fileId: submittedFile(importFields.file, view),
    skipLeavers: leavers.length > 0,
  };
}

/** Shows what the file would do or, once that was shown, imports it. */
async function submitted(
  slack: SlackContext,
  slackUserId: string,
  view: ViewOutput,
): Promise<ModalView> {
  let isAdmin = false;
  try {
    const admin = await adminOf(slack, slackUserId);
    isAdmin = true;
    const asked = askedBy(view);
    if (asked.shown === undefined) return await preview(slack, admin, asked);
    const outcome = await run(slack, admin, asked);
    if ('problems' in outcome) return importProblems(outcome.problems);
    const done = asked.fileId === undefined ? 'The managers are set.' : 'The file is imported.';
    return notices.notice([section(`*${done}*`), ...outcomeBlocks(outcome)]);
  } catch (error) {
    const what = "I couldn't import that file";
    const sentence = failureText(slack.services.log, error, { what, user: slackUserId });
    return isAdmin ? importForm(sentence) : notices.failure(sentence);
  }
}

async function preview(slack: SlackContext, admin: Admin, asked: Asked): Promise<ModalView> {
  const outcome = await run(slack, admin, asked);
  return 'problems' in outcome
    ? importProblems(outcome.problems)
    : importPreview({ outcome, fileId: asked.fileId, skipLeavers: asked.skipLeavers });
}

/** What was not shown is not done: with more changes than that, nothing is. */
async function run(slack: SlackContext, admin: Admin, { fileId, skipLeavers, shown }: Asked) {
  const { problems, ...found } = await readRows(slack, admin, fileId);
  const input = { ...admin, problems, ...found, skipLeavers, most: shown };
  const outcome = await importPeople(slack.services, { ...input, dryRun: shown === undefined });
  return fileId === undefined ? { ...outcome, notInFile: [] } : outcome;
}

async function readRows(slack: SlackContext, admin: Admin, fileId: string | undefined) {
  if (fileId === undefined) {
    const { rows, profiles } = await managersFromSlack(slack.services, slack.directory, admin);
    return { rows, profiles, problems: [] };
  }
  const { rows, problems } = readPeopleFile(await slack.files.read(fileId));
  return { ...(await findInSlack(slack.directory, rows)), problems };
}
