import type { HomeView } from '@slack/types';
import type { FrameworkVersion } from '../../domain/framework/framework.js';
import type { ListedActionItem } from '../../services/action-item/index.js';
import type { Completion } from '../../services/completion/index.js';
import type { Overview } from '../../services/person/index.js';
import type { RestingTeam, TeamState } from '../../services/team/index.js';
import { ownActionItemBlocks } from '../action-item/links.js';
import { adminOnHome } from '../admin/links.js';
import { availabilityOnHome } from '../availability/links.js';
import { privacyButton } from '../privacy/links.js';
import { browseRow, roleOf, versionText } from '../role/links.js';
import { teamFact, teamOnHome } from '../team/links.js';
import {
  actions,
  button,
  context,
  divider,
  escapeMrkdwn,
  header,
  type KnownBlock,
  plainSection,
  section,
} from '../ui/blocks.js';
import { standingBlocks, teamBlocks } from './overview.js';

export interface HomeInput {
  version: FrameworkVersion;
  overview: Overview;
  /** The reader's reports; undefined without reports. */
  team: TeamState | RestingTeam | undefined;
  /** The result of the last press in the team's list. Mrkdwn. */
  teamNote?: string | undefined;
  /** The reader's own open actions. */
  open: ListedActionItem[];
  /** For admins only. */
  completion: Completion | undefined;
  /** The command with its slash. */
  command: string;
}

/** Returns everything that the command answers as a page, so nobody needs to know a command. */
export function homeView(input: HomeInput): HomeView {
  const { version, overview, command } = input;
  const role = roleOf(version, overview);
  return {
    type: 'home',
    callback_id: 'home',
    blocks: [
      header(role ? role.title : `Welcome to the ${version.framework.name} ladder`),
      ...standingBlocks(version, overview, 'home'),
      ...ownActionItems(input),
      ...teamSection(input),
      ...(input.completion ? [divider(), ...adminOnHome(input.completion)] : []),
      divider(),
      ...availabilityOnHome(overview.unavailableUntil),
      section('*Look around*'),
      browseRow(version.framework, 'home'),
      actions([privacyButton()]),
      context(
        `In any channel, \`${command}\` brings the same, for your eyes only.`,
        escapeMrkdwn(versionText(version)),
      ),
    ],
  };
}

function ownActionItems({ open, overview }: HomeInput): KnownBlock[] {
  if (open.length === 0) return [];
  return ownActionItemBlocks(open, { reader: overview.person.slackUserId });
}

function teamSection({ overview, team, teamNote: note, command }: HomeInput): KnownBlock[] {
  if (!team) return [];
  const fact = 'cycle' in team ? teamFact(team) : undefined;
  return [divider(), ...teamBlocks(overview, fact), ...teamOnHome(team, { command, note })];
}

/** Home could not be drawn: what happened, and a way to try again. */
export function homeErrorView(sentence: string): HomeView {
  return {
    type: 'home',
    callback_id: 'home',
    blocks: [
      plainSection(sentence),
      actions([button({ text: 'Try again', actionId: 'home.refresh', style: 'primary' })]),
    ],
  };
}
