import type { FrameworkVersion } from '../../../domain/framework/framework.js';
import { roleLabel } from '../../../domain/role/names.js';
import type { Nearest } from '../../../domain/role/nearest.js';
import { indexOf } from '../../../domain/role/position.js';
import { cut } from '../../../domain/text/text.js';
import { nearestWord } from '../../../domain/text/typos.js';
import {
  actions,
  button,
  escapeMrkdwn,
  limits,
  literalSection,
  type Message,
  section,
} from '../../ui/blocks.js';
import { picker, roleOptions } from '../pickers.js';
import { encodePlace } from '../place.js';
import { subcommands } from '../subcommands.js';
import { quote } from './search.js';

/** Nothing fits for certain: what is near, each a press away; always the search and the help. */
export function nearestMessage(
  version: FrameworkVersion,
  {
    text,
    near,
    page = 'role',
    command,
  }: { text: string; near: Nearest; page?: 'role' | 'next'; command: string },
): Message {
  const [first = ''] = text.split(/\s+/u);
  const word = nearestWord(
    first.toLowerCase(),
    subcommands.map(({ word }) => word),
  );
  const subcommand = near.alike ? undefined : subcommands.find((each) => each.word === word);
  const index = indexOf(version.framework);
  const isNear = near.roles.length + near.competencies.length > 0;
  const fact = near.alike
    ? `${quote(text)} may mean several. Which one?`
    : isNear
      ? `I don't find ${quote(text)} on the ladder. Did you mean one of these?`
      : `I don't find ${quote(text)} on the ladder. Search for another word, or see what you can ask.`;
  const labels = near.roles.map((role) => cut(roleLabel(index, role), limits.buttonText));
  const names = [...labels, ...near.competencies.map(({ name }) => name)];
  const buttons = [
    ...near.roles.map((role, nth) => {
      const competency = near.within?.key;
      const value = encodePlace({ page, role: role.key, competency });
      return button({ text: labels[nth] ?? role.title, actionId: `role.show:role_${nth}`, value });
    }),
    ...near.competencies.map((competency, nth) => {
      const value = encodePlace({ page: 'competency', competency: competency.key });
      return button({ text: competency.name, actionId: `role.show:competency_${nth}`, value });
    }),
  ];
  return {
    text: escapeMrkdwn([fact, ...(isNear ? [names.join(', ')] : [])].join(' ')),
    blocks: [
      literalSection(fact),
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
