import type { BlockAction } from '@slack/bolt';
import type { Register } from '../bolt/context.js';
import { loadingView } from '../questionnaire/notice-views.js';
import { button } from '../ui/blocks.js';
import { given, readGiven } from '../ui/given.js';
import { openWindow } from '../ui/open-window.js';
import { pressedValue } from '../ui/press.js';
import { assessmentDefinition } from './definition.js';
import { openAssessmentAction } from './links.js';
import { assessmentView } from './views.js';

/**
 * The button, wherever it stands: in a message, on Home, or in a window such as the team's, to which
 * closing leads back.
 */
export const registerOpen: Register = (app, slack) => {
  app.action<BlockAction>(openAssessmentAction, async (args) => {
    await args.ack();
    const value = readGiven(given.id, pressedValue(args));
    await openWindow(args, {
      loading: loadingView(assessmentDefinition),
      view: assessmentView(slack, args.body.user.id, value),
      what: 'these pages',
      again: button({
        text: 'Give my view',
        actionId: openAssessmentAction,
        value,
        style: 'primary',
      }),
    });
  });
};
