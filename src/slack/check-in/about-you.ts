import type { ModalView } from '@slack/types';
import type { Cycle } from '../../services/cycle/index.js';
import { type Person, readOverview } from '../../services/person/index.js';
import type { SlackContext } from '../bolt/context.js';
import {
  aboutYouButton,
  aboutYouModal,
  askAdminsModal,
  chooseManagerButton,
} from '../person/links.js';
import { lostRoleText } from '../role/links.js';
import { actions, escapeMrkdwn, type KnownBlock } from '../ui/blocks.js';

/** For somebody without a role: the form that asks for it and then leads on to the check-in. */
export async function aboutYouFirst(
  { services, workspace }: SlackContext,
  person: Person,
  cycle: Cycle,
): Promise<ModalView> {
  const { slackUserId, inRoleSince } = person;
  const who = { workspaceId: workspace.id, slackUserId };
  const { managerSlackUserId, lostRole, adminsToAsk } = await readOverview(services, who);
  const open = `*The check-in for ${escapeMrkdwn(cycle.name)} is open.*`;
  if (adminsToAsk) {
    return askAdminsModal(adminsToAsk, { why: `${open} It goes through what your role asks.` });
  }
  const { framework } = services.frameworks.current(workspace.id);
  return aboutYouModal({
    framework,
    roleKey: undefined,
    inRoleSince,
    managerSlackUserId,
    why: `${open} ${lostRole === undefined ? 'It goes through what your role asks, so first tell me which one is yours.' : lostRoleText(lostRole)}`,
    goOn: 'check_in',
  });
}

/** Returns the way to set a manager: without one, or after they left, nobody reads the check-in. */
export function setManagerBlocks(managerWhoLeftUserId: string | undefined): KnownBlock[] {
  const isLeft = managerWhoLeftUserId !== undefined;
  return [actions([isLeft ? chooseManagerButton() : aboutYouButton('Set my manager')])];
}
