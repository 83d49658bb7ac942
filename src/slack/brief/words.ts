import type { BriefRow } from '../../domain/brief/brief.js';
import type { PromptWords } from '../../domain/brief/prompts.js';
import { firstNames, type TwoNames } from '../../domain/person/first-names.js';
import type { Brief } from '../../services/brief/index.js';
import { count, dayText, limits } from '../ui/blocks.js';
import { namesOfTwo } from '../ui/text.js';

/** The two in full, for the heading. Plain text, where Slack renders no mentions. */
export function fullNames({ report, manager }: Brief): TwoNames {
  return { report: report.name || 'Report', manager: manager.name || 'Manager' };
}

/** The two below the heading: by their first names, where these tell them apart. Plain text. */
export function plainNames({ report, manager }: Brief): TwoNames {
  const first = firstNames({ report: report.name, manager: manager.name });
  // Of a manager who was erased there is no first name.
  const managerName = manager.slackUserId === '' ? manager.name : first.manager;
  return { report: first.report || 'Report', manager: managerName || 'Manager' };
}

/** "Brief · Teo and Mika", or without names where they don't fit. Plain text. */
export function windowTitle(brief: Brief): string {
  const { report, manager } = plainNames(brief);
  const title = `Brief · ${report} and ${manager}`;
  const areNamed = brief.report.name !== '' && brief.manager.name !== '';
  return areNamed && title.length <= limits.modalTitle ? title : 'Your brief';
}

/** The words for a prompt. Mrkdwn. */
export function promptWords(brief: Brief): PromptWords {
  const { nextReviewOn } = brief;
  const by = nextReviewOn ? dayText(nextReviewOn) : 'the next review';
  return { ...namesOfTwo(brief), by };
}

/** "alike", "Teo 2 higher", or a dash where there is nothing to compare. Plain text. */
export function gapWords({ gap }: BriefRow, names: TwoNames): string {
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
