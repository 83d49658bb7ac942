import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { textsOf } from '../../domain/questionnaire/answers.js';
import { sheetAt } from '../../domain/questionnaire/sheets.js';
import { actor } from '../bolt/actor.js';
import type { SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { button, header, paragraph, plainSection } from '../ui/blocks.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { UnreadableError } from '../ui/slack-values.js';
import type { Definition, Types } from './definition.js';
import { notices } from './notice-views.js';
import { type AnswerId, answerValue, choicesText } from './summary-blocks.js';

/** "Read all" beside an answer that is cut: lays a window with the whole text over the one below. */
export function registerReadAll<T extends Types>(
  app: App,
  slack: SlackContext,
  definition: Definition<T>,
): void {
  const { readAll } = definition.actionIds;
  onAction(app, readAll, async (press) => {
    const answer = pressed(answerValue.schema, press);
    await openWindow(press, {
      log: slack.services.log,
      notices: notices(definition),
      loading: 'One moment.',
      draw: () => wholeAnswer(slack, definition, press.body.user.id, answer),
      replaces: [],
      what: 'the whole text',
      again: button({ text: 'Read all', actionId: readAll, value: answerValue.write(answer) }),
    });
  });
}

async function wholeAnswer<T extends Types>(
  slack: SlackContext,
  definition: Definition<T>,
  slackUserId: string,
  { id, page }: AnswerId,
): Promise<ModalView> {
  const ref = definition.refOf(await actor(slack, slackUserId), id);
  const questionnaire = await definition.service.read(slack.services, ref);
  const sheet = sheetAt(questionnaire.pages, page);
  if (!sheet) throw new UnreadableError();
  const texts = textsOf(sheet, questionnaire.answers);
  return notices(definition).notice([
    header(sheet.name),
    plainSection(choicesText(questionnaire, sheet)),
    ...texts.map(paragraph),
  ]);
}
