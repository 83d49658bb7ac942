import type { ModalView } from '@slack/types';
import type { HowFar, Unfinished } from '../../services/completion/index.js';
import { context, escapeMrkdwn, type KnownBlock, limits, section } from '../ui/blocks.js';
import { modal } from '../ui/modal.js';
import { displayName } from '../ui/text.js';
import { callbackIds } from './ids.js';
import { fitting } from './names.js';
import { pageTitle } from './page.js';

/** In the order in which a check-in goes. */
const groups: [HowFar, string][] = [
  ['not_begun', 'Not begun'],
  ['begun', 'Begun, not sent'],
  ['sent', 'Sent, waiting for the manager’s view'],
  ['got_view', 'Both views in, not talked yet'],
];

/** Lists the people who did not come to the end of the open cycle, by how far they came, with their managers. */
export function unfinishedPage(cycleName: string, people: readonly Unfinished[]): ModalView {
  const blocks = groups.flatMap(([howFar, title]) =>
    groupBlocks(
      title,
      people.filter((one) => one.howFar === howFar),
    ),
  );
  const name = escapeMrkdwn(cycleName);
  const nobody = section(`Everybody who was asked is through with ${name}.`);
  return modal({
    callbackId: callbackIds.admin,
    title: pageTitle,
    blocks: blocks.length === 0 ? [nobody] : [section(`*Not through with ${name}*`), ...blocks],
  });
}

/** Whole names, as many as a section takes. */
function groupBlocks(title: string, people: readonly Unfinished[]): KnownBlock[] {
  if (people.length === 0) return [];
  const heading = `*${title}: ${people.length}*\n`;
  const names = fitting(people.map(nameOf), limits.sectionText - heading.length);
  const more = people.length - names.length;
  return [
    section(`${heading}${names.join(', ')}`),
    ...(more > 0 ? [context(`${more} more; the command line lists all of them: cycle show.`)] : []),
  ];
}

/** "Teo Associate (Mika Manager)" */
function nameOf({ manager, ...person }: Unfinished): string {
  const name = displayName(person);
  return manager === undefined ? `${name} (no manager)` : `${name} (${escapeMrkdwn(manager)})`;
}
