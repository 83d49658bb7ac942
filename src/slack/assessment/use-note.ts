import { readAssessment } from '../../services/assessment/index.js';
import { deleteManagerNote, findManagerNote } from '../../services/manager-note/index.js';
import type { Register } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { noteActions } from '../manager-note/links.js';
import { pageWithNote } from '../questionnaire/add-note.js';
import { madeAt } from '../questionnaire/edits.js';
import { readMetadata } from '../questionnaire/metadata.js';
import { replaceInPlace } from '../questionnaire/page-actions.js';
import { currentPage, refusedPage, savePage } from '../questionnaire/request.js';
import { pressed } from '../ui/press.js';
import { slackValues } from '../ui/slack-values.js';
import { assessmentDefinition as definition } from './definition.js';

/** Use and Delete beside a manager's own note on a page of their view. */
export const registerUseNote: Register = (app, slack) => {
  const { services } = slack;

  onAction(app, noteActions.use, async (press) => {
    const what = "I couldn't add that note";
    const advice = 'What you typed is still here; press Use again in a minute.';
    await replaceInPlace(slack, press, { definition, what, advice }, async (request) => {
      const { workspaceId, authorId, report } = await readAssessment(services, request.ref);
      const about = { workspaceId, authorId, subjectId: report.id };
      const note = await findManagerNote(services, about, pressed(slackValues.id, press));
      return pageWithNote(request, press, note?.note);
    });
  });

  onAction(app, noteActions.remove, async (press) => {
    const what = "I couldn't delete that note";
    await replaceInPlace(slack, press, { definition, what }, async (request) => {
      const change = await savePage(request, { at: madeAt(press.action.action_ts) });
      if (!change.done) return refusedPage(request, change.because);
      await deleteManagerNote(services, request.ref, pressed(slackValues.id, press));
      const { fromLastPage } = readMetadata(definition, request.view);
      return currentPage(request, { fromLastPage });
    });
  });
};
