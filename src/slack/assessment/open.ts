import type { Register } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { notices } from '../questionnaire/notice-views.js';
import { given } from '../ui/given.js';
import { openWindow } from '../ui/open-window.js';
import { pressed } from '../ui/press.js';
import { assessmentDefinition } from './definition.js';
import { openAssessmentAction, openAssessmentButton } from './links.js';
import { assessmentView } from './views.js';

/**
 * The button in a message, on Home, or in a modal such as the team's, which closing leads back to.
 */
export const registerOpen: Register = (app, slack) => {
  onAction(app, openAssessmentAction, async (press) => {
    const value = pressed(given.id, press);
    const openButton = (text: string) => openAssessmentButton(value, text, { style: 'primary' });
    await openWindow(press, {
      log: slack.services.log,
      notices: notices(assessmentDefinition),
      loading: 'One moment, I am getting the pages.',
      draw: () => assessmentView(slack, press.body.user.id, value),
      what: 'these pages',
      failed: "I couldn't open this view",
      retry: openButton('Try again'),
      again: openButton('Give my view'),
    });
  });
};
