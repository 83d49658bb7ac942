import type { FrameworkVersion } from '../../../domain/framework/framework.js';
import type { Nearest } from '../../../domain/role/nearest.js';
import { nearestWord } from '../../../domain/text/typos.js';
import { actions, button, type Message, section } from '../../ui/blocks.js';
import { picker, roleOptions } from '../pickers.js';
import { encodePlace } from '../place.js';
import { subcommands } from '../subcommands.js';
import { quote } from './search.js';

/** Nothing fits for certain: what is near, each a press away; always the search and the help. */
export function nearestMessage(
  version: FrameworkVersion,
  { text, near, command }: { text: string; near: Nearest; command: string },
): Message {
  const [first = ''] = text.split(/\s+/u);
  const word = nearestWord(
    first.toLowerCase(),
    subcommands.map(({ word }) => word),
  );
  const subcommand = subcommands.find((each) => each.word === word);
  const isNear = near.roles.length + near.competencies.length > 0;
  const fact = isNear
    ? `I don't find ${quote(text)} on the ladder. Did you mean one of these?`
    : `I don't find ${quote(text)} on the ladder. Search for another word, or see what you can ask.`;
  const names = [...near.roles.map(({ title }) => title), ...near.competencies.map((c) => c.name)];
  const buttons = [
    ...near.roles.map((role, nth) => {
      const value = encodePlace({ page: 'role', role: role.key });
      return button({ text: role.title, actionId: `role.show:role_${nth}`, value });
    }),
    ...near.competencies.map((competency, nth) => {
      const value = encodePlace({ page: 'competency', competency: competency.key });
      return button({ text: competency.name, actionId: `role.show:competency_${nth}`, value });
    }),
  ];
  return {
    text: [fact, ...(isNear ? [names.join(', ')] : [])].join(' '),
    blocks: [
      section(fact),
      ...(subcommand
        ? [section(`Or the command \`${command} ${subcommand.usage}\`: ${subcommand.does}`)]
        : []),
      ...(isNear ? [actions(buttons)] : []),
      actions(
        [
          picker({
            actionId: 'role.pick',
            placeholder: 'Look at a role',
            options: roleOptions(version.framework),
            surface: 'message',
          }),
          button({ text: 'Search', actionId: 'role.search_open' }),
          button({ text: 'Help', actionId: 'role.help' }),
        ],
        'nearest',
      ),
    ],
  };
}
