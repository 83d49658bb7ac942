import { openPages } from '../../domain/questionnaire/answers.js';
import type { Questionnaire } from './definition.js';

/** "Execution, Leadership and 3 more still need an answer." Plain text. */
export function stillOpenText({ pages, answers, framework }: Questionnaire): string {
  const open = openPages(pages, answers, framework.scale);
  const names = nameSome(open.flatMap((page) => pages[page]?.competency.name ?? []));
  return `${names} still ${open.length === 1 ? 'needs' : 'need'} an answer.`;
}

/** "Execution, Leadership and 3 more": the first few of some names. */
function nameSome(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.pop() ?? '';
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last;
}
