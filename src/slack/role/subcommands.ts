import type { Button } from '@slack/types';
import { allActionItemsButton } from '../action-item/links.js';
import { adminButton } from '../admin/links.js';
import { awayButton } from '../availability/links.js';
import { openCheckInButton } from '../check-in/links.js';
import { openEvidenceButton } from '../evidence/links.js';
import { overviewButton } from '../home/links.js';
import { aboutYouButton } from '../person/links.js';
import { privacyButton } from '../privacy/links.js';
import { openTeamButton } from '../team/links.js';
import { button } from '../ui/blocks.js';
import { myNextButton } from './buttons.js';

/** One line of the help. */
export interface Subcommand {
  /** The word that the command begins with; empty for a look-up. */
  word: string;
  /** What to type after the command. */
  usage: string;
  does: string;
  for: 'everyone' | 'members' | 'managers' | 'admins';
  /** Does the same when pressed. */
  button?: Button;
}

/** The subcommands, in the order of the help. */
export const subcommands: readonly Subcommand[] = [
  {
    word: '',
    usage: '',
    does: 'your role, your next rung and your check-in',
    for: 'members',
    button: overviewButton('My role'),
  },
  { word: '', usage: 'senior', does: 'what a role asks', for: 'everyone' },
  { word: '', usage: 'senior execution', does: 'the same, in one competency', for: 'everyone' },
  { word: '', usage: 'execution', does: 'one competency on every rung', for: 'everyone' },
  {
    word: 'next',
    usage: 'next',
    does: 'your role beside your next rung',
    for: 'members',
    button: myNextButton(),
  },
  {
    word: 'compare',
    usage: 'compare manager senior',
    does: 'two roles side by side',
    for: 'everyone',
  },
  {
    word: 'search',
    usage: 'search stakeholders',
    does: 'everything that mentions a word',
    for: 'everyone',
    button: button({ text: 'Search', actionId: 'role.search_open' }),
  },
  {
    word: 'about',
    usage: 'about',
    does: 'what the ladder is for',
    for: 'everyone',
    button: button({ text: 'About', actionId: 'role.show:about', value: 'about' }),
  },
  {
    word: 'check-in',
    usage: 'check-in',
    does: 'your check-in, where you left it',
    for: 'members',
    button: openCheckInButton('My check-in'),
  },
  {
    word: 'evidence',
    usage: 'evidence',
    does: 'what you keep for your next check-in',
    for: 'members',
    button: openEvidenceButton(),
  },
  { word: 'me', usage: 'me', does: 'your role, your manager, your check-ins', for: 'members' },
  {
    word: 'team',
    usage: 'team',
    does: 'how far your team is with its check-ins',
    for: 'managers',
    button: openTeamButton(),
  },
  {
    word: 'actions',
    usage: 'actions',
    does: 'what you agreed to do, and by when',
    for: 'members',
    button: allActionItemsButton(),
  },
  {
    word: 'away',
    usage: 'away',
    does: 'holds your messages while you are away',
    for: 'members',
    button: awayButton(),
  },
  {
    word: 'settings',
    usage: 'settings',
    does: 'your role and your manager, to change',
    for: 'members',
    button: aboutYouButton('About you'),
  },
  {
    word: 'privacy',
    usage: 'privacy',
    does: 'who sees what you write, and who has read it',
    for: 'members',
    button: privacyButton(),
  },
  {
    word: 'admin',
    usage: 'admin',
    does: 'how the review goes, who is not through, and the settings',
    for: 'admins',
    button: adminButton('Run the reviews'),
  },
  { word: 'help', usage: 'help', does: 'this list', for: 'everyone' },
];
