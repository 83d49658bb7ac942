import {
  type HistoryLine,
  historyLines,
  mostSeries,
  type RatingChart,
  ratingChart,
} from '../../domain/history/rating-history.js';
import type { RatingHistory } from '../../services/history/index.js';
import { context, count, escapeMrkdwn, type KnownBlock } from '../ui/blocks.js';
import type { Piece, Section } from '../ui/sections.js';
import { chartBlock } from './chart.js';

/** The manager who rated somebody else, to the reader of it. */
function managerWord(reader: RatingHistory['reader']): string {
  return reader === 'above' ? 'their manager' : 'you';
}

/** The charts: how the person rated themselves, and how their manager did. */
export function chartBlocks({ cycles, reader }: RatingHistory): KnownBlock[] {
  const self = ratingChart(cycles, 'self');
  const manager = ratingChart(cycles, 'manager');
  const titles =
    reader === 'self'
      ? { self: 'How you rated yourself', manager: 'How your manager rated you' }
      : { self: 'How they rated themselves', manager: `How ${managerWord(reader)} rated them` };
  const notes = [self, manager].flatMap((chart) => (chart && chart.left > 0 ? [chart] : []));
  const drawn = notes[0];
  const scale = (self ?? manager)?.scale;
  return [
    ...(self ? [chartBlock(titles.self, self)] : []),
    ...(manager ? [chartBlock(titles.manager, manager)] : []),
    ...(scale ? [context(escapeMrkdwn(scaleWords(scale)))] : []),
    ...(drawn ? [context(leftOut(drawn))] : []),
  ];
}

function leftOut({ left, series }: RatingChart): string {
  const why =
    series.length === mostSeries
      ? 'more than six are hard to tell apart'
      : 'not rated in these cycles';
  return `${count(left, 'competency', 'competencies')} not drawn: ${why}. The table has all of them.`;
}

function scaleWords(scale: readonly { label: string }[]): string {
  return `${scale.map(({ label }, nth) => `${nth + 1} ${label}`).join(' · ')}`;
}

/** The same in words, a section for each competency. */
export function historySections(history: RatingHistory): Section[] {
  return historyLines(history.cycles).map((line) => ({
    name: line.competency.name,
    pieces: piecesOf(line, history.reader),
  }));
}

function piecesOf({ entries }: HistoryLine, reader: RatingHistory['reader']): Piece[] {
  const who =
    reader === 'self'
      ? { self: 'You', manager: 'Your manager' }
      : { self: 'They', manager: reader === 'above' ? 'Their manager' : 'You' };
  const theirs = entries.flatMap(({ cycle, manager }) =>
    manager ? [{ cycle, side: manager }] : [],
  );
  return [
    note(
      who.self,
      entries.map(({ cycle, self }) => ({ cycle, side: self })),
    ),
    ...(theirs.length > 0 ? [note(who.manager, theirs)] : []),
  ];
}

function note(label: string, sides: { cycle: string; side: { label: string } }[]): Piece {
  const text = sides.map(({ cycle, side }) => `${cycle} ${side.label}`).join(' → ');
  return { kind: 'note', label, text };
}

/** Returns the role of each rating, if there were several. Mrkdwn. */
export function roleNote({ cycles }: RatingHistory): string | undefined {
  const titles = new Set(cycles.map(({ roleTitle }) => roleTitle));
  if (titles.size < 2) return undefined;
  const changes = cycles.filter(({ roleTitle }, nth) => cycles[nth - 1]?.roleTitle !== roleTitle);
  const parts = changes.map(({ name, roleTitle }) => `from ${name} ${roleTitle}`);
  return `A rating is against the role of its time: ${escapeMrkdwn(parts.join(', '))}.`;
}
