import type { ModalView, UsersSelect } from '@slack/types';
import { type ProblemKind, problemFact } from '../../../domain/problem/kinds.js';
import { cut } from '../../../domain/text/text.js';
import type { Problem } from '../../../services/problem/index.js';
import {
  actions,
  button,
  context,
  type KnownBlock,
  limits,
  plainText,
  section,
} from '../../ui/blocks.js';
import { modal } from '../../ui/modal.js';
import { displayName } from '../../ui/text.js';
import { actionIds, callbackIds } from './ids.js';

/** What a role and a manager mend, in the order in which people are listed. */
const kinds = ['no_role', 'role_gone', 'no_manager', 'manager_gone', 'circle'] as const;

/** So many people of each kind are listed. */
const mostRows = 15;

/** Finds people, and lists the first of those whose role or manager is missing. `note` is mrkdwn. */
export function peoplePage(problems: readonly Problem[], note?: string): ModalView {
  const groups = kinds.flatMap((kind) =>
    group(
      kind,
      problems.filter((problem) => problem.kind === kind),
    ),
  );
  return modal({
    callbackId: callbackIds.people,
    title: 'People',
    blocks: [
      ...(note === undefined ? [] : [section(note)]),
      section('Find somebody to see or set their role and manager, and who is an admin.'),
      actions([findPicker(), leaversButton], 'admin.people_find'),
      ...(groups.length > 0 ? groups : [section('Everybody has a role and a manager.')]),
      context('Each change is recorded with who made it, when, from what and to what.'),
    ],
  });
}

const leaversButton = button({ text: 'Who has left', actionId: actionIds.leavers });

function findPicker(): UsersSelect {
  return {
    type: 'users_select',
    action_id: actionIds.find,
    placeholder: plainText('Find a person'),
  };
}

/** The button that opens a person's role and manager; for admins. */
export function personButton(person: { name: string; slackUserId: string }, text = 'Set') {
  const label = cut(`${text}: ${person.name || person.slackUserId}`, limits.buttonText);
  return button({ text, actionId: actionIds.person, value: person.slackUserId, label });
}

function group(kind: ProblemKind, problems: readonly Problem[]): KnownBlock[] {
  if (problems.length === 0) return [];
  const more = problems.length - mostRows;
  return [
    section(`*${problemFact(kind, problems.length)}*`),
    ...problems
      .slice(0, mostRows)
      .map((person) => section(displayName(person), { accessory: personButton(person) })),
    ...(more > 0 ? [context(`And ${more} more, who move up as these are set.`)] : []),
  ];
}
