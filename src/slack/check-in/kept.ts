import { type Evidence, type GoingAlong, goesAlong } from '../../domain/evidence/evidence.js';
import type { CheckIn } from '../../services/check-in/index.js';
import { count, type KnownBlock, mention, option, section } from '../ui/blocks.js';
import { savedField } from '../ui/form.js';

/** Where a check-in is sent: which of the kept notes go along, and who sees them when. */
export function keptQuestion(
  checkIn: CheckIn,
  ids: { blockId: string; actionId: string },
): KnownBlock[] {
  const all = pieces(checkIn);
  if (all.length === 0) return [];
  const used = goingAlongNow(checkIn, 'used').length;
  const options = [
    option(all.length === 1 ? 'It goes along' : `All ${all.length} go along`, 'all'),
    option('Only what I used', 'used', `What stands in your answers word for word: ${used} now`),
    option('None', 'none'),
  ];
  const chosen = options.find(({ value }) => value === checkIn.lastPage.keptGoingAlong);
  const [kept, them] =
    all.length === 1 ? ['kept note goes', 'it'] : [`${all.length} kept notes go`, 'them'];
  return [
    section(
      `*Your ${kept} along*, unless you choose otherwise here: ${manager(checkIn)} sees ${them} at once, beside the pages of their view, and your answers only after giving it.`,
    ),
    savedField({
      blockId: ids.blockId,
      label: 'What goes along?',
      element: {
        type: 'radio_buttons',
        action_id: ids.actionId,
        options,
        ...(chosen && { initial_option: chosen }),
      },
    }),
  ];
}

/** What went along with a check-in that is sent; nothing where nothing was kept. Mrkdwn. */
export function wentAlongText(checkIn: CheckIn): string {
  const { keptGoingAlong } = checkIn.lastPage;
  if (pieces(checkIn).length === 0) return '';
  const along = goingAlongNow(checkIn, keptGoingAlong).length;
  if (along === 0) return ' None of your kept notes went along.';
  const them = along === 1 ? 'it' : 'them';
  return ` ${count(along, 'kept note')} went along; ${manager(checkIn)} sees ${them} at once.`;
}

/** That the notes are seen earlier than the answers; nothing where nothing was kept. Mrkdwn. */
export function keptText(checkIn: CheckIn): string {
  if (pieces(checkIn).length === 0) return '';
  return ` Of the notes you kept, ${manager(checkIn)} sees at once what you send along.`;
}

function goingAlongNow(checkIn: CheckIn, goingAlong: GoingAlong): readonly Evidence[] {
  const { answers, lastPage, submittedAt: sentAt } = checkIn;
  const texts = [
    ...[...answers.values()].map(({ text }) => text),
    lastPage.proudOf,
    lastPage.needs,
  ];
  return pieces(checkIn).filter((piece) => goesAlong(piece, { goingAlong, texts, sentAt }));
}

function pieces({ kept }: CheckIn): readonly Evidence[] {
  return [...kept.byCompetency.values()].flat();
}

function manager({ managerUserId }: CheckIn): string {
  return managerUserId === undefined ? 'your manager' : mention(managerUserId);
}
