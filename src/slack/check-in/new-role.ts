import type { CheckIn } from '../../services/check-in/index.js';
import { button, escapeMrkdwn, type KnownBlock, plainText, section } from '../ui/blocks.js';

export const restartAction = 'check_in.restart';

/**
 * For somebody whose role has changed since they began: that the check-in stays with the role it
 * began with, and the way to begin again. Empty for everybody else.
 */
export function newRoleBlocks({ role, newRole, answers }: CheckIn): KnownBlock[] {
  if (!newRole) return [];
  const [now, then] = [escapeMrkdwn(newRole.title), escapeMrkdwn(role.title)];
  const text = `*Your role is now ${now}.* This check-in goes on with ${then}, the role that it began with. You can begin again for your new role instead.`;
  const lost =
    answers.size > 0
      ? 'Your answers to the old role are deleted. What you wrote on the last page stays.'
      : 'Nothing is lost: you have not answered anything yet.';
  const again = button({ text: 'Begin again', actionId: restartAction });
  const confirm = {
    title: plainText('Begin again?'),
    text: plainText(lost),
    confirm: plainText('Begin again'),
    deny: plainText('Stay as it is'),
  };
  return [section(text, { accessory: { ...again, confirm } })];
}
