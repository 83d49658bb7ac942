import type { AllMiddlewareArgs, BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { appendNote } from '../../domain/evidence/evidence.js';
import { type CheckInRef, readCheckIn, savePage } from '../../services/check-in/index.js';
import { findEvidence } from '../../services/evidence/index.js';
import type { Register, SlackContext } from '../bolt/context.js';
import { failureText } from '../bolt/failure.js';
import { hasChanges, readAnswer, readMetadata, readPageEdit } from '../check-in/input.js';
import { pageView } from '../check-in/page-view.js';
import { refusalWords } from '../check-in/refusals.js';
import { madeAt, refOf } from '../check-in/request.js';
import { count } from '../ui/blocks.js';
import { withErrorBanner } from '../ui/error-banner.js';
import { UnreadableError } from '../ui/given.js';
import { replaceView } from '../ui/windows.js';
import { actionIds } from './ids.js';
import { pressedPiece } from './input.js';

type ActionArguments = SlackActionMiddlewareArgs<BlockAction> & AllMiddlewareArgs;
type ModalOutput = NonNullable<BlockAction['view']>;

/**
 * Typing is on its way for a moment after it was typed. What comes from the field as it was before
 * Use loses against what Use has put together, for so long.
 */
const underWayMs = 3000;

/** Use, beside a piece on a page of the check-in: adds its note to what is typed there. */
export const registerUse: Register = (app, slack) => {
  app.action<BlockAction>(actionIds.use, async (args) => {
    await args.ack();
    const { view, user } = args.body;
    if (!view) return;
    const next = await pageWithNote(slack, args, view).catch((error) => {
      const what = "I couldn't add that note";
      const advice = 'What you typed is still here; press Use again in a minute.';
      const fields = { what, advice, user: user.id };
      return withErrorBanner(view, failureText(slack.services.log, error, fields));
    });
    await replaceView(args.client, view.id, next);
  });
};

async function pageWithNote(
  slack: SlackContext,
  { body, action }: ActionArguments,
  view: ModalOutput,
): Promise<ModalView> {
  const { services } = slack;
  const ref = await refOf(slack, body.user.id, view);
  const piece = await findEvidence(services, ref, { id: pressedPiece(action) });
  if (!piece) return withErrorBanner(view, 'That piece was deleted in the meantime.');
  const at = madeAt(action.action_ts);
  const typed = readAnswer(view).text;
  const both = appendNote(typed, piece.note);
  if ('tooLongBy' in both) {
    const trouble = await savedAsTyped(slack, ref, view, at);
    const over = count(both.tooLongBy, 'character');
    return withErrorBanner(
      view,
      trouble ??
        `The note doesn't fit: together with what you typed it is ${over} too long. Nothing is changed; shorten your text, or copy the part of the note that matters.`,
    );
  }
  return drawnWith(slack, ref, view, { text: both.text, at });
}

/** Saves the page with this text and draws it anew, with the text in its field. */
async function drawnWith(
  { services }: SlackContext,
  ref: CheckInRef,
  view: ModalOutput,
  { text, at }: { text: string; at: Date },
): Promise<ModalView> {
  const { page, fromLastPage } = readMetadata(view);
  const drawnAt = new Date(at.getTime() + underWayMs);
  const found = readPageEdit(view, { at: drawnAt });
  if (!found) throw new UnreadableError();
  const edit = { ...found.edit, text };
  const change = await savePage(services, ref, { ...found, edit }, { goTo: page });
  const checkIn = await readCheckIn(services, ref);
  if (!change.done) return withErrorBanner(view, refusalWords(change.because, checkIn));
  return pageView({ checkIn, page, fromLastPage, drawnAt: edit.editedAt });
}

/** Saves what was typed before something is said above it; why not, if it can't be. */
async function savedAsTyped(
  { services }: SlackContext,
  ref: CheckInRef,
  view: ModalOutput,
  at: Date,
): Promise<string | undefined> {
  const found = readPageEdit(view, { at });
  if (!found || !hasChanges(found.edit)) return undefined;
  const change = await savePage(services, ref, found);
  return change.done ? undefined : refusalWords(change.because, await readCheckIn(services, ref));
}
