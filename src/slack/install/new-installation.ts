import type { Installation } from '@slack/oauth';
import type { NewInstallation } from '../../services/installation/index.js';

/**
 * Converts what Slack says of an installation; undefined where it has no bot, or is for a whole
 * organisation. The tokens of the person who installs are left out: Ladder asks for none.
 */
export function newInstallation({
  bot,
  team,
  enterprise,
  isEnterpriseInstall,
}: Installation): NewInstallation | undefined {
  if (!bot || !team || isEnterpriseInstall) return undefined;
  const { token: botToken, refreshToken, expiresAt } = bot;
  return {
    ...{ slackTeamId: team.id, name: team.name ?? team.id },
    ...{ botId: bot.id, botUserId: bot.userId, enterpriseId: enterprise?.id },
    tokens: { botToken, refreshToken },
    tokenExpiresAt: expiresAt === undefined ? undefined : new Date(expiresAt * 1000),
  };
}
