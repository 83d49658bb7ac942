import type { FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import type { Overview } from '../../../services/person/index.js';
import { actions, escapeMrkdwn, type Message, type Surface, section } from '../../ui/blocks.js';
import { askAdminsText } from '../ask-admins.js';
import { lostRoleText } from '../lost-role.js';
import { ownRoleRow, picker, roleOptions } from '../pickers.js';

/** Asked for something that depends on the reader's role, which is not known yet or not there any more. */
export function chooseRoleMessage(
  { framework }: FrameworkVersion,
  { lostRole, adminsToAsk }: Pick<Overview, 'lostRole' | 'adminsToAsk'>,
  surface: Surface,
): Message {
  if (adminsToAsk) {
    const why =
      lostRole === undefined
        ? "I don't know your role yet."
        : `Your role, ${escapeMrkdwn(lostRole)}, is no longer on the ladder.`;
    const fact = `${why} ${askAdminsText(adminsToAsk)}`;
    return { text: fact, blocks: [section(fact)] };
  }
  const fact =
    lostRole === undefined
      ? "I don't know your role yet. Pick it here; you can change it at any time."
      : lostRoleText(lostRole);
  return { text: fact, blocks: [section(fact), ownRoleRow(framework, surface)] };
}

/** Asked to compare without saying what with. */
export function chooseComparedMessage({ framework }: FrameworkVersion, mine: Role): Message {
  const fact = `Compare ${mine.title} with which role?`;
  const other = picker({
    actionId: 'role.compare_with',
    placeholder: 'Compare with',
    options: roleOptions(framework, mine.key),
    surface: 'message',
  });
  return {
    text: escapeMrkdwn(fact),
    blocks: [section(escapeMrkdwn(fact)), actions([other], compareBlockId(mine.key))],
  };
}

const COMPARE = 'compare_from:';

/** The id of a block whose picker chooses what to compare this role with. */
export function compareBlockId(roleKey: string): string {
  return `${COMPARE}${roleKey}`;
}

/** The role that such a block is about. */
export function comparedRole(blockId: string): string {
  return blockId.slice(COMPARE.length);
}
