import type { Page } from './page.js';

/** Where an installation begins. */
export const installPath = '/slack/install';
/** Where Slack sends people back to. */
export const redirectPath = '/slack/oauth_redirect';

const again = { text: 'Begin again', url: installPath };

/** What people read once the app is installed in a workspace. */
export function installedPage(
  { name, slackTeamId }: { name: string; slackTeamId: string },
  { command, slackUrl }: { command: string; slackUrl: string },
): Page {
  return {
    status: 200,
    title: `Ladder is installed in ${name}`,
    paragraphs: [
      `Type ${command} help in Slack. Everybody can choose their role and manager there; admins find reviews and settings with ${command} admin.`,
    ],
    link: { text: 'Open Slack', url: `${slackUrl}/client/${slackTeamId}` },
  };
}

/** Why an installation didn't come about, by the kind of the error. */
export const refusals = {
  denied: {
    status: 200,
    title: 'Nothing was installed',
    paragraphs: [
      'You, or Slack for you, said no. Nothing has changed; you can begin again at any time.',
    ],
    link: again,
  },
  state: {
    status: 400,
    title: 'This page is no longer good',
    paragraphs: [
      'An installation must be begun and finished in the same browser, within ten minutes, and only once. Nothing was installed; begin again here.',
    ],
    link: again,
  },
  code: {
    status: 400,
    title: 'Slack did not confirm the installation',
    paragraphs: [
      'What Slack sent along was too old, or was used before. Nothing was installed; begin again here.',
    ],
    link: again,
  },
  operator: {
    status: 500,
    title: 'Slack does not accept this Ladder',
    paragraphs: [
      "Nothing was installed. Whoever runs Ladder can see why in its log, and should compare SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and the app's Redirect URLs with PUBLIC_URL.",
    ],
  },
  organisation: {
    status: 400,
    title: 'Not for a whole organisation',
    paragraphs: [
      'Ladder can be installed in single workspaces of an organisation, and not yet for all of them at once. Nothing was installed; begin again and choose a workspace.',
    ],
    link: again,
  },
  other: {
    status: 403,
    title: 'Not for this workspace',
    paragraphs: [
      'Whoever runs this Ladder has named the workspaces that it is for, and this is none of them. Nothing is kept of it; ask them, or begin again and choose another workspace.',
    ],
    link: again,
  },
  failed: {
    status: 500,
    title: 'That did not work',
    paragraphs: [
      'Slack or the database did not answer as expected. If Slack shows Ladder among your apps already, install it once more all the same.',
    ],
    link: again,
  },
} as const satisfies Record<string, Page>;
