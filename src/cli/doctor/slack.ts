import type { WebClient } from '@slack/web-api';
import { isExempt } from '../../config/proxy.js';
import type { SlackAppConfig, SlackConfig } from '../../config.js';
import { readManifest } from '../../manifest-file.js';
import { backgroundClient } from '../../slack/bolt/web-api/clients.js';
import { type Identity, identify } from '../../slack/bolt/web-api/identity.js';
import type { KnownTeam } from './database.js';
import { type Finding, failures, passed, warning } from './finding.js';

/** Reports whether Slack is reached through a proxy, without connecting. */
export function examineEndpoint({ apiUrl, proxy }: SlackAppConfig): Finding {
  const { hostname } = new URL(apiUrl);
  if (!proxy) return passed('proxy', 'none: Slack is reached straight');
  if (isExempt(apiUrl, proxy.exempt)) {
    return passed('proxy', `Slack is reached without a proxy: NO_PROXY exempts ${hostname}`);
  }
  return passed(
    'proxy',
    `Slack is reached through ${proxy.address}, which ${proxy.variable} names; NO_PROXY doesn't exempt ${hostname}`,
  );
}

/**
 * Checks whether Slack accepts the tokens, whether the bot was granted what the manifest asks for,
 * and whether it belongs to one of the teams in the database.
 */
export async function examineSlack(
  slack: SlackConfig,
  teams: readonly KnownTeam[],
): Promise<Finding[]> {
  const { botToken, appToken } = slack;
  const client = backgroundClient(botToken, slack);
  try {
    const identity = await identify(client, slack);
    return [
      passed('Slack', `the bot token is valid in ${identity.teamName}`),
      ...examineTeam(identity, teams),
      ...(await examineScopes(client)),
      ...(appToken ? [await examineAppToken(appToken, slack)] : []),
    ];
  } catch (error) {
    return failures('Slack', [error instanceof Error ? error.message : String(error)]);
  }
}

/** Checks whether the token belongs to the workspace of the data. */
function examineTeam({ teamId, teamName }: Identity, teams: readonly KnownTeam[]): Finding[] {
  if (teams.length === 0) return [];
  const names = teams.map(({ name }) => name).join(', ');
  if (teams.some(({ id }) => id === teamId)) return [passed('data', `it is of ${names}`)];
  return [
    warning(
      'data',
      `The bot token is of ${teamName}, and the database holds ${names}: Ladder would begin anew beside it. Use the token of that workspace, or another database.`,
    ),
  ];
}

export async function examineScopes(client: WebClient): Promise<Finding[]> {
  const { response_metadata } = await client.auth.test();
  const granted = response_metadata?.scopes ?? [];
  const { bot = [], bot_optional = [] } = readManifest()?.oauth_config.scopes ?? {};
  const needed = bot.filter((scope) => !bot_optional.includes(scope));
  const missing = needed.filter((scope) => !granted.includes(scope));
  if (missing.length > 0) {
    return failures('Slack', [
      `The bot token lacks ${missing.join(', ')}. Add it on your Slack app's page OAuth & Permissions, then reinstall the app to the workspace.`,
    ]);
  }
  return [
    passed('Slack', `the bot has the scopes that it needs: ${needed.join(', ')}`),
    examineOptionalScopes(bot_optional, granted),
  ];
}

const unconfirmed =
  "Ladder can't look whether a message that Slack did not confirm has arrived; docs/deliveries.md says more";

/** What an optional scope is for. */
const without: Record<string, string> = {
  'files:read':
    'people are imported and ladders published on the command line alone, and not in Slack',
  'files:write': 'people get their data as a file from the command line alone, and not in Slack',
  'im:history': unconfirmed,
  'im:write': unconfirmed,
  'users.profile:read': "managers can't be taken from Slack's profiles",
  'users:read.email': 'people import takes Slack ids and no e-mail addresses',
};

function examineOptionalScopes(asked: readonly string[], granted: readonly string[]): Finding {
  const missing = asked.filter((scope) => !granted.includes(scope));
  return passed(
    'Slack',
    missing.length === 0
      ? `the bot has the optional scopes: ${asked.join(', ')}`
      : `the bot was not granted the optional ${missing.join(', ')}: ${consequences(missing)}`,
  );
}

function consequences(missing: readonly string[]): string {
  return [...new Set(missing.flatMap((scope) => without[scope] ?? []))].join('; ');
}

export async function examineAppToken(
  appToken: string,
  endpoint: SlackAppConfig,
): Promise<Finding> {
  try {
    await backgroundClient(appToken, endpoint).apps.connections.open();
    return passed('Slack', 'the app token is valid, Socket Mode can connect');
  } catch (error) {
    const code = (error as { data?: { error?: string } }).data?.error ?? 'no answer';
    return {
      about: 'Slack',
      ok: false,
      text: `Slack refuses SLACK_APP_TOKEN (${code}). Make one with connections:write on your Slack app's page Basic Information, and enable Socket Mode.`,
    };
  }
}
