import type { BriefRow } from '../../domain/brief/brief.js';
import type { PromptWords } from '../../domain/brief/prompts.js';
import type { Brief } from '../../services/brief/index.js';
import { count, dayText, limits } from '../ui/blocks.js';
import { shortName } from '../ui/text.js';

/** The two as plain text, for where Slack renders no mentions. */
export function plainNames({ report, manager }: Brief): { report: string; manager: string } {
  return { report: report.name || 'Report', manager: manager.name || 'Manager' };
}

/** "Brief · Teo and Mika", or without names where they don't fit. Plain text. */
export function windowTitle({ report, manager }: Brief): string {
  const [first, second] = [firstName(report), firstName(manager)];
  const title = `Brief · ${first} and ${second}`;
  return first && second && title.length <= limits.modalTitle ? title : 'Your brief';
}

function firstName({ name }: { name: string }): string {
  return name.trim().split(/\s+/)[0] ?? '';
}

/** The words for a prompt. Mrkdwn. */
export function promptWords({ report, manager, nextReviewOn }: Brief): PromptWords {
  const by = nextReviewOn ? dayText(nextReviewOn) : 'the next review';
  return { report: shortName(report), manager: shortName(manager), by };
}

/** "alike", "Teo Associate 2 higher", or a dash where there is nothing to compare. Plain text. */
export function gapWords({ gap }: BriefRow, names: { report: string; manager: string }): string {
  if (gap === undefined) return '–';
  if (gap === 0) return 'alike';
  return `${gap > 0 ? names.report : names.manager} ${Math.abs(gap)} higher`;
}

/** "2 gaps, 1 “no opportunity yet”", or that the two see it alike. */
export function briefFact({ rows }: Pick<Brief, 'rows'>): string {
  const gaps = rows.filter(({ gap }) => gap !== undefined && gap !== 0).length;
  const none = rows.filter(({ standing }) => standing === 'no_opportunity').length;
  const parts = [
    ...(gaps > 0 ? [count(gaps, 'gap')] : []),
    ...(none > 0 ? [`${none} “no opportunity yet”`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'you two see it alike';
}
