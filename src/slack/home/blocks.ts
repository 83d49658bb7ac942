import type { HomeView } from '@slack/types';
import { completionFact, type Team } from '../../domain/digest.js';
import type { FrameworkVersion } from '../../domain/framework.js';
import type { Overview } from '../../services/overview.js';
import {
  actions,
  button,
  context,
  divider,
  escapeMrkdwn,
  header,
  plainText,
  section,
} from '../kit.js';
import { lookAroundBlocks, roleOf, standingBlocks, teamBlocks } from '../role/pages/overview.js';
import { versionText } from '../role/words.js';

export interface HomeInput {
  version: FrameworkVersion;
  overview: Overview;
  /** The reader's reports in the open cycle; undefined without reports or without a cycle. */
  team: Team | undefined;
  /** The command with its slash. */
  command: string;
}

/** Everything that the command answers, as a page: nobody needs to know a command. */
export function homeView({ version, overview, team, command }: HomeInput): HomeView {
  const role = roleOf(version, overview);
  return {
    type: 'home',
    callback_id: 'home',
    blocks: [
      header(role ? role.title : `Welcome to the ${version.framework.name} ladder`),
      ...standingBlocks(version, overview, 'home'),
      ...teamBlocks(overview, teamFact(overview, team)),
      divider(),
      section('*Look around*'),
      ...lookAroundBlocks(version, 'home'),
      context(
        `In any channel, \`${command}\` brings the same, for your eyes only.`,
        escapeMrkdwn(versionText(version)),
      ),
    ],
  };
}

function teamFact({ cycle }: Overview, team: Team | undefined): string | undefined {
  return cycle && team && `${cycle.name}: ${completionFact(team)}.`;
}

/** Home could not be drawn: what happened, and a way to try again. */
export function homeTroubleView(sentence: string): HomeView {
  return {
    type: 'home',
    callback_id: 'home',
    blocks: [
      { type: 'section', text: plainText(sentence) },
      actions([button({ text: 'Try again', actionId: 'home.refresh', style: 'primary' })]),
    ],
  };
}
