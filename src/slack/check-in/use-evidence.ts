import { findEvidence } from '../../services/evidence/index.js';
import type { Register } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { useEvidenceAction } from '../evidence/links.js';
import { pageWithNote } from '../questionnaire/add-note.js';
import { replaceInPlace } from '../questionnaire/page-actions.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { checkInDefinition as definition } from './definition.js';

/** Use, beside a piece on a page of the check-in: adds its note to what is typed there. */
export const registerUseEvidence: Register = (app, slack) => {
  onAction(app, useEvidenceAction, async (press) => {
    const what = "I couldn't add that note";
    const advice = 'What you typed is still here; press Use again in a minute.';
    await replaceInPlace(slack, press, { definition, what, advice }, async (request) => {
      const id = pressed(slackValues.id, press);
      const piece = await findEvidence(slack.services, request.ref, { id });
      return pageWithNote(request, press, piece?.note);
    });
  });
};
