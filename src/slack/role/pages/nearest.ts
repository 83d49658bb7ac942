import type { FrameworkVersion } from '../../../domain/framework/framework.js';
import { competencyLabel, roleLabel } from '../../../domain/role/labels.js';
import type { Nearest, RoleInCompetency } from '../../../domain/role/nearest.js';
import { type FrameworkIndex, indexOf } from '../../../domain/role/position.js';
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
import { encodePlace, type Place } from '../place.js';
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
  const choices = choicesOf(index, near, page);
  const isNear = choices.length > 0;
  const fact = near.alike
    ? `${quote(text)} may mean several. Which one?`
    : isNear
      ? `I don't find ${quote(text)} on the ladder. Did you mean one of these?`
      : `I don't find ${quote(text)} on the ladder. Search for another word, or see what you can ask.`;
  const names = choices.map(({ label }) => label);
  const buttons = choices.map(({ label, id, place }) =>
    button({ text: label, actionId: `role.show:${id}`, value: encodePlace(place) }),
  );
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

interface Choice {
  /** At most as long as a button's text. */
  label: string;
  /** Tells its button from the others. */
  id: string;
  place: Place;
}

function choicesOf(index: FrameworkIndex, near: Nearest, page: 'role' | 'next'): Choice[] {
  const choice = (label: string, id: string, place: Place): Choice => {
    return { label: cut(label, limits.buttonText), id, place };
  };
  return [
    ...near.roles.map((role, nth) =>
      choice(roleLabel(index, role), `role_${nth}`, { page, role: role.key }),
    ),
    ...near.competencies.map((competency, nth) => {
      const place = { page: 'competency', competency: competency.key } as const;
      return choice(competencyLabel(index, competency), `competency_${nth}`, place);
    }),
    ...near.pairs.flatMap((pair, nth) => {
      if (pair.role === 'mine') return [];
      const place = { page, role: pair.role.key, competency: pair.competency.key };
      return [choice(pairLabel(index, pair, near.pairs), `pair_${nth}`, place)];
    }),
  ];
}

/** What tells a pair from the others: its role, its competency or both. */
function pairLabel(
  index: FrameworkIndex,
  { role, competency }: RoleInCompetency,
  pairs: readonly RoleInCompetency[],
): string {
  const ofRole = role === 'mine' ? '' : roleLabel(index, role);
  const ofCompetency = competencyLabel(index, competency);
  if (pairs.every((one) => one.competency === competency)) return ofRole;
  if (pairs.every((one) => one.role === role)) return ofCompetency;
  return `${ofRole}: ${ofCompetency}`;
}
