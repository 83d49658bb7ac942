import type { CheckIn } from '../../services/check-in/index.js';
import { count, dayText, type KnownBlock, section } from '../ui/blocks.js';
import { openEvidenceButton } from './buttons.js';
import { unsorted } from './words.js';

/**
 * Returns hints on the last page: evidence that is on none of the pages, and whether all of it is
 * from the last weeks, so that the time before may be forgotten.
 */
export function keptHintBlocks({ kept, pages }: CheckIn): KnownBlock[] {
  const elsewhere = unsorted(
    kept.byCompetency,
    pages.map(({ competency }) => competency),
  );
  return [
    ...(elsewhere.length > 0 ? [elsewhereBlock(elsewhere.length)] : []),
    ...(kept.recentSince ? [recencyBlock(kept.recentSince)] : []),
  ];
}

function elsewhereBlock(pieces: number): KnownBlock {
  const verb = pieces === 1 ? 'stands' : 'stand';
  const text = `${count(pieces, 'kept piece')} ${verb} under none of these competencies yet. Sort them, and each comes up on its page.`;
  return section(text, { accessory: openEvidenceButton() });
}

function recencyBlock(since: string): KnownBlock {
  return section(
    `Everything you kept is from ${dayText(since)} on. Was there something before that worth a sentence?`,
  );
}
