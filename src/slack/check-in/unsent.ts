import type { ModalView } from '@slack/types';
import { emptyAnswer } from '../../domain/questionnaire/answers.js';
import { sheetsOf } from '../../domain/questionnaire/sheets.js';
import { isBlank } from '../../domain/text/text.js';
import {
  type CheckIn,
  listUnsent,
  readCheckIn,
  type UnsentCheckIn,
} from '../../services/check-in/index.js';
import { actor } from '../bolt/actor.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { notices } from '../questionnaire/notice-views.js';
import { summaryBlocks } from '../questionnaire/summary-blocks.js';
import { actions, escapeMrkdwn, section } from '../ui/blocks.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { checkInDefinition as definition } from './definition.js';
import { unsentAction, unsentButton } from './links.js';
import { lastPageBlocks } from './submitted.js';

/** What somebody typed into a check-in that closed before they sent it: they alone read it. */
export const registerUnsent: Register = (app, slack) => {
  onAction(app, unsentAction, async (press) => {
    const id = pressed(slackValues.id.optional(), press);
    await openWindow(press, {
      log: slack.services.log,
      notices: notices(definition),
      loading: 'One moment, I am getting what you typed.',
      draw: () => drawUnsent(slack, press.body.user.id, id),
      what: 'what you typed',
      again: unsentButton('Open it', id),
    });
  });
};

async function drawUnsent(
  slack: SlackContext,
  slackUserId: string,
  id: string | undefined,
): Promise<ModalView> {
  const who = await actor(slack, slackUserId);
  const all = await listUnsent(slack.services, who);
  const shown = id === undefined ? all[0] : all.find((one) => one.id === id);
  if (!shown) {
    return notices(definition).notice(
      '*There is nothing here that you typed and did not send.* A check-in that is still open is among your messages with me and on my Home.',
    );
  }
  const checkIn = await readCheckIn(slack.services, { ...who, checkInId: shown.id });
  return unsentView(
    checkIn,
    all.filter((one) => one !== shown),
  );
}

function unsentView(checkIn: CheckIn, others: readonly UnsentCheckIn[]): ModalView {
  const { pages, answers, cycle } = checkIn;
  const answered = sheetsOf(pages).filter((sheet) =>
    sheet.pages.some(({ competency }) => {
      const { choice, text } = answers.get(competency.key) ?? emptyAnswer;
      return choice !== undefined || !isBlank(text);
    }),
  );
  return notices(definition).notice([
    section(
      `*Your check-in for ${escapeMrkdwn(cycle.name)} was not sent.* The review is over, so it stays as you left it. Nobody but you sees it; copy what you would like to use again.`,
    ),
    ...summaryBlocks(checkIn, answered, definition),
    ...lastPageBlocks(checkIn),
    ...others
      .slice(0, 3)
      .map(({ id, cycleName }) => actions([unsentButton(`Not sent for ${cycleName}`, id)])),
  ]);
}
