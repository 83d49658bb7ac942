import type { ModalView } from '@slack/types';
import { findOpenCycle } from '../../services/cycle/index.js';
import type { Retried } from '../../services/delivery/index.js';
import { UserFacingError } from '../../services/errors/index.js';
import {
  countProblems,
  leaveOut,
  letGo,
  listProblems,
  sendAgain,
  sendAllAgain,
} from '../../services/problem/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { count, escapeMrkdwn } from '../ui/blocks.js';
import { openWindow } from '../ui/open-window.js';
import { type Press, pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { type Admin, adminOf } from './admin.js';
import { actionIds, callbackIds, type ProblemPlace, problemMetadata, problemValue } from './ids.js';
import { notices } from './notices.js';
import { problemPage, problemsPage } from './problems-page.js';

/** The problems by kind, the people of each, and what mends them. */
export const registerProblems: Register = (app, slack) => {
  onAction(app, actionIds.problems, (press) =>
    openWindow(press, {
      ...notices.opening(slack, 'the problems', actionIds.problems),
      replaces: [callbackIds.problem],
      draw: async () => {
        const { workspaceId } = await adminOf(slack, press.body.user.id);
        return problemsPage(await countProblems(slack.services, workspaceId));
      },
    }),
  );

  onAction(app, new RegExp(`^${actionIds.problem}:`), (press) =>
    show(slack, press, { place: pressed(problemValue.schema, press) }),
  );

  onAction(app, actionIds.sendAgain, (press) =>
    mend(slack, press, async (admin) => {
      const messageId = pressed(slackValues.id, press);
      const { services, messenger } = slack;
      return retriedText(await sendAgain(services, messenger, { ...admin, messageId }));
    }),
  );

  onAction(app, actionIds.letGo, (press) =>
    mend(slack, press, async (admin) => {
      const messageId = pressed(slackValues.id, press);
      const isGone = await letGo(slack.services, { ...admin, messageId });
      return isGone
        ? 'That message is let go; it is never sent.'
        : 'Nothing is changed: that message is being sent, or was sent or dropped.';
    }),
  );

  onAction(app, actionIds.sendAllAgain, (press) =>
    mend(slack, press, async (admin) => {
      const personId = pressed(slackValues.id, press);
      const messages = await sendAllAgain(slack.services, { ...admin, personId });
      return `${count(messages, 'message')} sent again in the next minute, where they are still wanted.`;
    }),
  );

  onAction(app, actionIds.leaveOut, (press) =>
    mend(slack, press, async (admin) => {
      const personId = pressed(slackValues.id, press);
      const name = await leaveOut(slack.services, { ...admin, personId });
      return `Left out of ${escapeMrkdwn(name)}: they are asked for nothing in it, and miss nothing.`;
    }),
  );
};

/** Does what was pressed, and shows the page again with what came of it. */
async function mend(
  slack: SlackContext,
  press: Press,
  work: (admin: Admin) => Promise<string>,
): Promise<void> {
  const place = problemMetadata.read(press.body.view);
  await show(slack, press, { place, work });
}

async function show(
  slack: SlackContext,
  press: Press,
  { place, work }: { place: ProblemPlace; work?: (admin: Admin) => Promise<string> },
): Promise<void> {
  await openWindow(press, {
    ...notices.opening(slack, 'the problems', actionIds.problems),
    replaces: [callbackIds.problem],
    draw: async () => {
      const admin = await adminOf(slack, press.body.user.id);
      const note = await work?.(admin).catch((error) => {
        if (error instanceof UserFacingError) return escapeMrkdwn(error.message);
        throw error;
      });
      return drawPage(slack, admin, { place, note });
    },
  });
}

async function drawPage(
  { services }: SlackContext,
  admin: Admin,
  { place, note }: { place: ProblemPlace; note: string | undefined },
): Promise<ModalView> {
  const [problems, open] = await Promise.all([
    listProblems(services, { ...admin, kind: place.kind }),
    findOpenCycle(services, admin.workspaceId),
  ]);
  return problemPage(problems, place, { note, canLeaveOut: open !== undefined });
}

/** What became of a message that is to be sent again. */
function retriedText(retried: Retried): string {
  switch (retried.state) {
    case 'due_again':
    case 'due_unlooked':
      return 'It is sent again in the next minute, if it is still wanted.';
    case 'looked':
      return reconciledText(retried.reconciled.state);
    case 'under_way':
      return 'It was tried so lately that it may still be on its way. Try again in five minutes.';
    case 'no_slack':
    case 'not_needed':
      return 'Nothing is changed: that message is being sent, or was sent or dropped.';
  }
}

function reconciledText(
  state: Extract<Retried, { state: 'looked' }>['reconciled']['state'],
): string {
  switch (state) {
    case 'found':
      return 'It has arrived: it is there in Slack.';
    case 'due':
      return 'It is not there in Slack, so it is sent again in the next minute.';
    case 'open':
      return 'It is not there in Slack, but Slack may show it late. Try again in ten minutes.';
    case 'later':
      return 'Slack could not be asked just now. Try again in a minute.';
    case 'not_settled':
      return 'Whether it has arrived can’t be told. Ask the person; whoever runs Ladder can send it again all the same.';
  }
}
