import type { ModalView } from '@slack/types';
import { appendNote } from '../../domain/evidence/evidence.js';
import { type CheckInRef, readCheckIn, savePage } from '../../services/check-in/index.js';
import { findEvidence } from '../../services/evidence/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { onAction } from '../bolt/listen.js';
import { actionIds } from '../evidence/ids.js';
import { pressedPiece } from '../evidence/input.js';
import { hasChanges, madeAt, readAnswer, readPageEdit } from '../questionnaire/edits.js';
import { readMetadata } from '../questionnaire/metadata.js';
import { type OpenView, refusedPage, replaceInPlace } from '../questionnaire/page-actions.js';
import { draftView } from '../questionnaire/page-views.js';
import { count } from '../ui/blocks.js';
import { withErrorBanner } from '../ui/error-banner.js';
import { UnreadableError } from '../ui/given.js';
import type { Press } from '../ui/press.js';
import { checkInDefinition as definition } from './definition.js';

/**
 * Typing is on its way for a moment after it was typed. What comes from the field as it was before
 * Use loses against what Use has put together, for so long.
 */
const underWayMs = 3000;

/** Use, beside a piece on a page of the check-in: adds its note to what is typed there. */
export const registerUseEvidence: Register = (app, slack) => {
  onAction(app, actionIds.use, async (args) => {
    const what = "I couldn't add that note";
    const advice = 'What you typed is still here; press Use again in a minute.';
    await replaceInPlace(definition, slack, args, { what, advice }, (ref, view) =>
      pageWithNote(slack, args, ref, view),
    );
  });
};

async function pageWithNote(
  slack: SlackContext,
  { action }: Press,
  ref: CheckInRef,
  view: OpenView,
): Promise<ModalView> {
  const piece = await findEvidence(slack.services, ref, { id: pressedPiece(action) });
  if (!piece) return withErrorBanner(view, 'That piece was deleted in the meantime.');
  const at = madeAt(action.action_ts);
  const both = appendNote(readAnswer(view).text, piece.note);
  if ('text' in both) return drawnWith(slack, ref, view, { text: both.text, at });
  const refused = await savedAsTyped(slack, ref, view, at);
  const over = count(both.tooLongBy, 'character');
  const sentence = `The note doesn't fit: together with what you typed it is ${over} too long. Nothing is changed; shorten your text, or copy the part of the note that matters.`;
  return refused ?? withErrorBanner(view, sentence);
}

/** Saves the page with this text and draws it anew, with the text in its field. */
async function drawnWith(
  slack: SlackContext,
  ref: CheckInRef,
  view: OpenView,
  { text, at }: { text: string; at: Date },
): Promise<ModalView> {
  const { services } = slack;
  const { page, fromLastPage } = readMetadata(definition, view);
  const found = readPageEdit(view, { at: new Date(at.getTime() + underWayMs) });
  if (!found) throw new UnreadableError();
  const edit = { ...found.edit, text };
  const change = await savePage(services, ref, { ...found, edit }, { goTo: page });
  if (!change.done) return refusedPage(definition, slack, { ref, view, because: change.because });
  const checkIn = await readCheckIn(services, ref);
  return draftView(definition, slack, checkIn, { fromLastPage, drawnAt: edit.editedAt });
}

/** Saves what was typed before something is said above it; the page with the reason if it can't be. */
async function savedAsTyped(
  slack: SlackContext,
  ref: CheckInRef,
  view: OpenView,
  at: Date,
): Promise<ModalView | undefined> {
  const found = readPageEdit(view, { at });
  if (!found || !hasChanges(found.edit)) return undefined;
  const change = await savePage(slack.services, ref, found);
  if (change.done) return undefined;
  return refusedPage(definition, slack, { ref, view, because: change.because });
}
