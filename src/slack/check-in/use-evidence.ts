import type { ModalView } from '@slack/types';
import { appendNote } from '../../domain/evidence/evidence.js';
import { savePage as saveCheckInPage } from '../../services/check-in/index.js';
import { findEvidence } from '../../services/evidence/index.js';
import type { Register } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { useEvidenceAction } from '../evidence/links.js';
import { madeAt, readAnswer, readPageEdit } from '../questionnaire/edits.js';
import { readMetadata } from '../questionnaire/metadata.js';
import { replaceInPlace } from '../questionnaire/page-actions.js';
import { currentPage, type PageRequest, refusedPage, savePage } from '../questionnaire/request.js';
import { count } from '../ui/blocks.js';
import { withErrorBanner } from '../ui/error-banner.js';
import { given, UnreadableError } from '../ui/given.js';
import { type Press, pressed } from '../ui/press.js';
import { type CheckInTypes, checkInDefinition as definition } from './definition.js';

/**
 * How long typing may be under way, in milliseconds. Edits of the field from before Use lose
 * against the text of Use for so long.
 */
const underWayMs = 3000;

/** Use, beside a piece on a page of the check-in: adds its note to what is typed there. */
export const registerUseEvidence: Register = (app, slack) => {
  onAction(app, useEvidenceAction, async (press) => {
    const what = "I couldn't add that note";
    const advice = 'What you typed is still here; press Use again in a minute.';
    await replaceInPlace(slack, press, { definition, what, advice }, (request) =>
      pageWithNote(request, press),
    );
  });
};

type Request = PageRequest<CheckInTypes>;

async function pageWithNote(request: Request, press: Press): Promise<ModalView> {
  const { slack, ref, view } = request;
  const piece = await findEvidence(slack.services, ref, { id: pressed(given.id, press) });
  if (!piece) return withErrorBanner(view, 'That piece was deleted in the meantime.');
  const at = madeAt(press.action.action_ts);
  const both = appendNote(readAnswer(view).text, piece.note);
  if ('text' in both) return withText(request, both.text, at);
  // Typing is saved before a notice is shown above it.
  const change = await savePage(request, { at });
  if (!change.done) return refusedPage(request, change.because);
  const over = count(both.tooLongBy, 'character');
  return withErrorBanner(
    view,
    `The note doesn't fit: together with what you typed it is ${over} too long. Nothing is changed; shorten your text, or copy the part of the note that matters.`,
  );
}

/** Saves the page with this text and redraws it, with the text in its field. */
async function withText(request: Request, text: string, at: Date): Promise<ModalView> {
  const { slack, ref, view } = request;
  const { page, fromLastPage } = readMetadata(definition, view);
  const found = readPageEdit(view, { at: new Date(at.getTime() + underWayMs) });
  if (!found) throw new UnreadableError();
  const edit = { ...found.edit, text };
  const goTo = { goTo: page };
  const change = await saveCheckInPage(slack.services, ref, { ...found, edit }, goTo);
  if (!change.done) return refusedPage(request, change.because);
  return currentPage(request, { fromLastPage, drawnAt: edit.editedAt });
}
