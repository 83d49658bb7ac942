import type { Framework } from '../../domain/framework/framework.js';
import { indexOf } from '../../domain/role/position.js';
import type { WaitingChoice } from '../../services/person/index.js';
import { escapeMrkdwn, type KnownBlock, mention, section } from '../ui/blocks.js';

/** What somebody has chosen while it waits for a manager's yes; nothing where nothing does. */
export function waitingBlocks(
  waiting: WaitingChoice | undefined,
  framework: Framework,
): KnownBlock[] {
  if (!waiting) return [];
  const { askedSlackUserId, roleKey, managerSlackUserId } = waiting;
  const title = roleKey === undefined ? undefined : indexOf(framework).role(roleKey)?.title;
  const role = escapeMrkdwn(title ?? 'no role');
  const manager = managerSlackUserId ? mention(managerSlackUserId) : 'no manager';
  return [
    section(
      `*What you chose*\n${role}, with ${manager}. It waits for a yes of ${mention(askedSlackUserId)}; until then everything stays as it was.`,
    ),
  ];
}
