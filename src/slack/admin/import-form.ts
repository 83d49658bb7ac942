import type { ModalView } from '@slack/types';
import type { PeopleProblem } from '../../domain/person/people-file.js';
import { changesIn, type ImportOutcome, isChanged, isNew } from '../../services/person/index.js';
import {
  actions,
  button,
  context,
  count,
  escapeMrkdwn,
  type KnownBlock,
  limits,
  mention,
  option,
  section,
} from '../ui/blocks.js';
import { field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { actionIds, callbackIds, importFields, importMetadata } from './ids.js';
import { fitting } from './names.js';

const title = 'Import people';

/** The form that takes a file. `problem`: why the one before couldn't be read. */
export function importForm(problem?: string): ModalView {
  return modal({
    callbackId: callbackIds.import,
    title,
    submit: 'Show what it does',
    close: 'Cancel',
    metadata: importMetadata.write({}),
    blocks: [
      ...(problem === undefined ? [] : [section(escapeMrkdwn(problem))]),
      ...fromSlackBlocks(),
      section(
        'A CSV file with the columns `slack_user_id`, `role`, `manager_slack_user_id` and `started_on`. People who are not in it stay as they are.',
      ),
      field({
        blockId: importFields.file,
        label: 'File',
        element: {
          type: 'file_input',
          action_id: importFields.file,
          filetypes: ['csv'],
          max_files: 1,
        },
      }),
      field({
        blockId: importFields.leavers,
        label: 'People who have left Slack',
        optional: true,
        element: {
          type: 'checkboxes',
          action_id: importFields.leavers,
          options: [option('Go on without them', 'skip')],
        },
      }),
    ],
  });
}

/** The way to import without a file. */
export function fromSlackBlocks(): KnownBlock[] {
  return [
    section(
      "Where Slack's profiles say who somebody's manager is, Ladder can take it from there, for people who have none here. You see first what would change.",
    ),
    actions([button({ text: 'Take managers from Slack', actionId: actionIds.fromSlack })]),
  ];
}

/** What the page says where Slack lets Ladder read no files. */
export function noFilesBlocks(): KnownBlock[] {
  return [
    section(
      'Slack lets me read no files here. To import one in Slack, add the scope `files:read` to the Slack app and install it again.',
    ),
    section(
      'Until then, whoever runs Ladder for your organisation can import a file; it shows first what would change. *People* sets one at a time.',
    ),
  ];
}

export interface ShownImport {
  outcome: ImportOutcome;
  /** Undefined where it takes managers from Slack's profiles. */
  fileId: string | undefined;
  skipLeavers: boolean;
}

/** What importing a file would do; where it would change something, the form asks for a confirmation. */
export function importPreview({ outcome, fileId, skipLeavers }: ShownImport): ModalView {
  const changes = changesIn(outcome);
  const blocks = outcomeBlocks(outcome);
  if (changes === 0) {
    return modal({
      callbackId: callbackIds.admin,
      title,
      blocks: [...blocks, section('Nothing would change.')],
    });
  }
  return modal({
    callbackId: callbackIds.import,
    title,
    submit: `Import ${count(changes, 'change')}`,
    close: 'Cancel',
    metadata: importMetadata.write({
      ...{ fileId, skipLeavers, shown: changes },
      fromSlack: fileId === undefined,
    }),
    blocks,
  });
}

/** The numbers of an import, and the people by what becomes of them. */
export function outcomeBlocks(outcome: ImportOutcome): KnownBlock[] {
  const { people, managersAdded, notInFile, skipped } = outcome;
  const fresh = people.filter(isNew);
  const changed = people.filter(isChanged);
  const same = people.length - fresh.length - changed.length;
  const ids = (some: readonly { slackUserId: string }[]) => some.map((one) => one.slackUserId);
  return [
    section(
      `*${count(people.length, 'person', 'people')}:* ${fresh.length} new, ${changed.length} changed, ${same} as before`,
    ),
    ...listed('New', ids(fresh)),
    ...listed('Changed', ids(changed)),
    ...listed('Added as managers without a role', managersAdded),
    ...listed('Skipped, because they have left Slack', skipped),
    ...listed('Not in the file, so they stay as they are', ids(notInFile)),
  ];
}

function listed(what: string, ids: readonly string[]): KnownBlock[] {
  if (ids.length === 0) return [];
  const heading = `*${what}: ${ids.length}*\n`;
  const names = fitting(ids.map(mention), limits.sectionText - heading.length - 40);
  const more = ids.length - names.length;
  return [section(`${heading}${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`)];
}

const mostProblems = 20;

/** Everything that is wrong with a file, with the lines; nothing of it was imported. */
export function importProblems(problems: readonly PeopleProblem[]): ModalView {
  const lines = problems
    .slice(0, mostProblems)
    .map(({ line, message }) => escapeMrkdwn(`Line ${line}: ${message}`));
  const shown = fitting(lines, limits.sectionText);
  const more = problems.length - shown.length;
  const hasLeft = problems.some((one) => one.hasLeft);
  return modal({
    callbackId: callbackIds.admin,
    title,
    blocks: [
      section(
        `*${count(problems.length, 'problem')}, so nothing was imported.* Mend the file and import it again.`,
      ),
      section(shown.join('\n')),
      ...(more > 0 ? [context(`and ${more} more`)] : []),
      ...(hasLeft
        ? [context('People who have left can be gone without: tick that in the form.')]
        : []),
      actions([button({ text: 'Import a file', actionId: actionIds.import })]),
    ],
  });
}
