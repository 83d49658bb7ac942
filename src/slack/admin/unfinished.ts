import type { ModalView } from '@slack/types';
import type { PersonStatus, StatusState } from '../../services/completion/index.js';
import type { Cycle } from '../../services/cycle/index.js';
import { button, context, escapeMrkdwn, type KnownBlock, limits, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { displayName } from '../ui/text.js';
import { actionIds, callbackIds } from './ids.js';
import { fitting } from './names.js';

/** In the order in which a check-in goes. */
const groups: [StatusState, string][] = [
  ['not_begun', 'Not begun'],
  ['not_sent', 'Begun, not sent'],
  ['waits_for_view', 'Sent, waiting for the manager’s view'],
  ['both_in', 'Both views in, not talked yet'],
];

/** Lists the people who did not come to the end of the open cycle, by how far they came, with their managers. */
export function unfinishedPage(
  cycle: Pick<Cycle, 'id' | 'name'>,
  people: readonly PersonStatus[],
  { isOpen }: { isOpen: boolean },
): ModalView {
  const blocks = groups.flatMap(([state, title]) =>
    groupBlocks(
      title,
      people.filter((one) => one.state === state),
    ),
  );
  const name = escapeMrkdwn(cycle.name);
  const owes = people.some(({ state }) => state === 'not_begun' || state === 'not_sent');
  const ask = button({ text: 'Ask for check-ins', actionId: actionIds.nudge, value: cycle.id });
  const nobody = section(`Everybody who was asked is through with ${name}.`);
  return modal({
    callbackId: callbackIds.admin,
    title: 'Not through yet',
    blocks:
      blocks.length === 0
        ? [nobody]
        : [
            section(`*Not through with ${name}*`, isOpen && owes ? { accessory: ask } : {}),
            ...blocks,
          ],
  });
}

/** A window takes a hundred blocks and 250 KB. */
const mostSections = 15;

/** Whole names, in as many sections as they need. */
function groupBlocks(title: string, people: readonly PersonStatus[]): KnownBlock[] {
  if (people.length === 0) return [];
  let heading = `*${title}: ${people.length}*\n`;
  let left = people.map(nameOf);
  const blocks: KnownBlock[] = [];
  while (left.length > 0 && blocks.length < mostSections) {
    const names = fitting(left, limits.sectionText - heading.length);
    blocks.push(section(`${heading}${names.join(', ')}`));
    left = left.slice(names.length);
    heading = '';
  }
  return left.length > 0 ? [...blocks, context(`And ${left.length} more.`)] : blocks;
}

/** "Teo Associate (Mika Manager)" */
function nameOf({ manager, ...person }: PersonStatus): string {
  const name = displayName(person);
  return manager === undefined ? `${name} (no manager)` : `${name} (${escapeMrkdwn(manager)})`;
}
