import type { ModalView } from '@slack/types';
import { appendNote } from '../../domain/evidence/evidence.js';
import { count } from '../ui/blocks.js';
import { withErrorBanner } from '../ui/error-banner.js';
import type { Press } from '../ui/press.js';
import { UnreadableError } from '../ui/slack-values.js';
import type { Types } from './definition.js';
import { madeAt, readAnswers, readPageEdits } from './edits.js';
import { readMetadata } from './metadata.js';
import { currentPage, type PageRequest, refusedPage, savePage } from './request.js';

/**
 * How long typing may be under way, in milliseconds. Edits of the field from before Use lose
 * against the text of Use for so long.
 */
const underWayMs = 3000;

/** Returns the page with a kept note added to what is typed there, saved. `note`: undefined if it is gone. */
export async function pageWithNote<T extends Types>(
  request: PageRequest<T>,
  press: Press,
  note: string | undefined,
): Promise<ModalView> {
  const { view } = request;
  if (note === undefined) return withErrorBanner(view, 'That piece was deleted in the meantime.');
  const at = madeAt(press.action.action_ts);
  const both = appendNote(readAnswers(view).text, note);
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
async function withText<T extends Types>(
  request: PageRequest<T>,
  text: string,
  at: Date,
): Promise<ModalView> {
  const { definition, slack, ref, view } = request;
  const { page, fromLastPage } = readMetadata(definition, view);
  const [first, ...others] = readPageEdits(view, { at: new Date(at.getTime() + underWayMs) });
  if (!first) throw new UnreadableError();
  const edit = { ...first.edit, text };
  const { savePage: save } = definition.service;
  const change = await save(slack.services, ref, [{ ...first, edit }, ...others], { goTo: page });
  if (!change.done) return refusedPage(request, change.because);
  return currentPage(request, { fromLastPage, drawnAt: edit.editedAt });
}
