import {
  actions,
  button,
  header,
  type KnownBlock,
  type Message,
  section,
} from '../../ui/blocks.js';
import { type Subcommand, subcommands } from '../subcommands.js';

export interface HelpInput {
  command: string;
  /** The groups that the reader belongs to. */
  groups: readonly Subcommand['for'][];
}

/** Returns the list of subcommands for the reader. Fits a message and a modal alike. */
export function helpMessage(input: HelpInput): Message {
  return {
    text: `What you can ask: ${input.command} and a role, a competency, next, compare, search, about, check-in or me.`,
    blocks: helpBlocks(input),
  };
}

function helpBlocks({ command, groups }: HelpInput): KnownBlock[] {
  const shown = subcommands.filter((each) => groups.includes(each.for));
  return [
    header('What you can ask'),
    ...shown.map(({ usage, does, button }) =>
      section(`\`${`${command} ${usage}`.trim()}\`  ${does}`, button && { accessory: button }),
    ),
    section(
      'Write roles and competencies as you like: short, with slips, in any order. Answers are for your eyes only until you press *Share here*. Everything is in the *Home* tab as well.',
    ),
    actions([button({ text: 'About the ladder', actionId: 'role.show:about', value: 'about' })]),
  ];
}
