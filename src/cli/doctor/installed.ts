import type { SeveralConfig } from '../../config.js';
import { openTokens, renewalRefusedText } from '../../services/installation/index.js';
import { backgroundClient } from '../../slack/bolt/web-api/clients.js';
import { identify } from '../../slack/bolt/web-api/identity.js';
import type { KnownInstallation } from './database.js';
import { type Finding, failures, passed } from './finding.js';
import { examineAppToken, examineScopes } from './slack.js';

/**
 * Checks in each workspace in which the app is installed whether its token can be opened, whether Slack
 * accepts it, and whether the bot was granted what the manifest asks for.
 */
export async function examineInstalled(
  slack: SeveralConfig,
  installations: readonly KnownInstallation[],
): Promise<Finding[]> {
  const { appToken, oauth } = slack;
  const findings = appToken ? [await examineAppToken(appToken, slack)] : [];
  if (installations.length === 0) {
    const text = `no workspace has installed the app yet: ${oauth.publicUrl}/slack/install`;
    findings.push(passed('Slack', text));
  }
  for (const one of installations) findings.push(...(await examineOne(slack, one)));
  return findings;
}

async function examineOne(slack: SeveralConfig, one: KnownInstallation): Promise<Finding[]> {
  const { renewalRefused, tokenExpiresAt } = one;
  if (renewalRefused !== null && tokenExpiresAt !== null) {
    const text = renewalRefusedText({ renewalRefused, tokenExpiresAt });
    return failures('Slack', [text]).map((finding) => of(one, finding));
  }
  try {
    const { botToken } = openTokens(slack.oauth.keys, one);
    const client = backgroundClient(botToken, slack);
    await identify(client, slack, { ofInstallation: true });
    const valid = passed('Slack', 'its token is valid');
    return [valid, ...(await examineScopes(client))].map((finding) => of(one, finding));
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return failures('Slack', [text]).map((finding) => of(one, finding));
  }
}

function of({ name }: KnownInstallation, finding: Finding): Finding {
  return { ...finding, text: `${name}: ${finding.text}` };
}
