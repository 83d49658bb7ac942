import { withoutInvisible } from '../../domain/text/text.js';

/** What is asked for, in the order of the questions. */
export type Secret =
  | 'SLACK_BOT_TOKEN'
  | 'SLACK_APP_TOKEN'
  | 'SLACK_SIGNING_SECRET'
  | 'SLACK_CLIENT_ID'
  | 'SLACK_CLIENT_SECRET'
  | 'DATABASE_URL';

const kinds: readonly [prefix: string, is: string][] = [
  ['xoxb-', 'the bot token'],
  ['xapp-', 'an app-level token'],
  ['xoxp-', 'the token of a person'],
  ['xoxe.', 'a token that expires; turn token rotation off in the app, which Ladder does not do'],
  ['xoxe-', 'a token that expires; turn token rotation off in the app, which Ladder does not do'],
  ['xoxc-', "a browser's token"],
  ['xoxs-', "a browser's token"],
  ['xoxa-', 'a token of an old kind'],
];

const wanted: Partial<Record<Secret, { prefix?: string; where: string }>> = {
  SLACK_BOT_TOKEN: {
    prefix: 'xoxb-',
    where: 'The Bot User OAuth Token begins with xoxb- and is on the page OAuth & Permissions.',
  },
  SLACK_APP_TOKEN: {
    prefix: 'xapp-',
    where:
      'The app-level token begins with xapp- and is made on the page Basic Information, under App-Level Tokens.',
  },
  SLACK_SIGNING_SECRET: {
    where: 'The Signing Secret is on the page Basic Information, under App Credentials.',
  },
  SLACK_CLIENT_ID: {
    where: 'The Client ID is on the page Basic Information, under App Credentials.',
  },
  SLACK_CLIENT_SECRET: {
    where: 'The Client Secret is on the page Basic Information, under App Credentials.',
  },
};

/**
 * Returns what is wrong with a value as it was pasted, in a sentence that doesn't quote it; undefined
 * where nothing is to be seen.
 */
export function secretProblem(name: Secret, value: string): string | undefined {
  const { prefix, where } = wanted[name] ?? {};
  if (withoutInvisible(value) !== value) {
    return `${name} has an invisible sign in it, as copying from a page may bring along. Copy it again.`;
  }
  if (where === undefined) return undefined;
  if (/\s/u.test(value)) return `${name} has a space in it. Copy it again. ${where}`;
  if (/^["'`]/u.test(value)) return `${name} has quotation marks around it. Leave them out.`;
  if (prefix !== undefined && value.startsWith(prefix)) return undefined;
  const kind = kinds.find(([start]) => value.startsWith(start))?.[1];
  if (kind !== undefined) return `That is ${kind}. ${where}`;
  return prefix === undefined ? undefined : `That is no ${prefix}… token. ${where}`;
}
