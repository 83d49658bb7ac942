import type { ModalView } from '@slack/types';
import type { SourceProblem } from '../../domain/framework/file.js';
import type { VersionEffect } from '../../domain/framework-version/effect.js';
import { excerpt } from '../../domain/text/excerpt.js';
import { dayFromDate } from '../../domain/time/day.js';
import {
  type ForeseenVersion,
  type LadderInUse,
  nobodyStaysText,
  type Published,
} from '../../services/framework/index.js';
import {
  actions,
  button,
  context,
  count,
  dayText,
  escapeMrkdwn,
  type KnownBlock,
  limits,
  plainSection,
  section,
} from '../ui/blocks.js';
import { field } from '../ui/form.js';
import { modal } from '../ui/modal.js';
import { actionIds, callbackIds, ladderFields, ladderMetadata } from './ids.js';
import { fitting } from './names.js';

const title = 'The ladder';

export const fromFileText =
  'The ladder comes from a file beside Ladder, so nobody changes it here: whoever runs Ladder for your organisation changes that file. Nothing is changed.';

export interface ShownLadder {
  inUse: LadderInUse;
  /** Why the page takes no file; undefined where it does. */
  withoutFile: WithoutFile | undefined;
  /** Why what was handed in can't be. */
  problem?: string | undefined;
}

/** The version in use, and the form that takes the next one. */
export function ladderPage({ inUse, withoutFile, problem }: ShownLadder): ModalView {
  const takes = withoutFile === undefined;
  return modal({
    callbackId: takes ? callbackIds.ladder : callbackIds.admin,
    title,
    ...(takes && { submit: 'Check it', metadata: ladderMetadata.write({}) }),
    close: 'Close',
    blocks: [
      ...(problem === undefined ? [] : [plainSection(problem)]),
      ...inUseBlocks(inUse),
      ...(takes ? fileBlocks() : [section(withoutFileTexts[withoutFile])]),
    ],
  });
}

function inUseBlocks(inUse: LadderInUse): KnownBlock[] {
  const { name, number, publishedAt, publishedBy, note, lost } = inUse;
  const by = publishedBy ? `, published by ${escapeMrkdwn(publishedBy)}` : '';
  const parts = [
    count(inUse.roles, 'role'),
    count(inUse.tracks, 'track'),
    count(inUse.competencies, 'competency', 'competencies'),
  ];
  return [
    section(
      `*${escapeMrkdwn(name)}*, version ${number}, in use since ${dayText(dayFromDate(publishedAt))}${by}.${note ? `\n${escapeMrkdwn(note)}` : ''}`,
    ),
    section(
      `${parts.join(', ')}. ${count(inUse.people, 'person stands', 'people stand')} on its roles.`,
    ),
    ...(lost > 0
      ? [
          section(
            `${count(lost, 'person stands', 'people stand')} on a role that it doesn't have: see *Problems*.`,
          ),
        ]
      : []),
  ];
}

function fileBlocks(): KnownBlock[] {
  return [
    section(
      'The next version is a YAML file. You see first what it would change, and for how many; nothing is published before you say so.',
    ),
    field({
      blockId: ladderFields.file,
      label: 'File',
      element: {
        type: 'file_input',
        action_id: ladderFields.file,
        filetypes: ['yaml', 'yml'],
        max_files: 1,
      },
    }),
  ];
}

const withoutFileTexts = {
  from_file:
    'It comes from a file beside Ladder. Whoever runs Ladder for your organisation changes that file.',
  no_scope:
    'Slack lets me read no files here. To publish a version in Slack, add the scope `files:read` to the Slack app and install it again; until then, whoever runs Ladder for your organisation can publish it.',
};
export type WithoutFile = keyof typeof withoutFileTexts;

/** What a file would be as the next version; where it can be one, the form asks for a confirmation. */
export function ladderPreview(foreseen: ForeseenVersion, fileId: string): ModalView {
  const { after, hash, isSame, effect } = foreseen;
  const blocks = [...effectBlocks(foreseen), ...differenceBlocks(foreseen)];
  if (isSame || effect.leavesNobody) {
    return modal({ callbackId: callbackIds.admin, title, blocks: [...blocks, again()] });
  }
  return modal({
    callbackId: callbackIds.ladder,
    title,
    submit: `Publish version ${after + 1}`,
    close: 'Cancel',
    metadata: ladderMetadata.write({ fileId, hash, after }),
    blocks,
  });
}

function effectBlocks({ after, isSame, effect }: ForeseenVersion): KnownBlock[] {
  if (isSame)
    return [section(`*This is version ${after}, which is in use.* Nothing would change.`)];
  if (effect.leavesNobody)
    return [plainSection(`${nobodyStaysText(effect)} It can't be published here.`)];
  return [
    section([`*It would be version ${after + 1}.*`, ...effectTexts(effect, 'would be')].join('\n')),
  ];
}

function effectTexts({ notified, lost }: VersionEffect, be: 'are' | 'would be'): string[] {
  const verb = be === 'are' ? ['is', 'are'] : ['would be', 'would be'];
  const people = (number: number) => count(number, `person ${verb[0]}`, `people ${verb[1]}`);
  return [
    `${people(notified)} told what has changed in their role.`,
    ...(lost > 0
      ? [`${people(lost)} without a role, as theirs is gone, and asked to pick one.`]
      : []),
    'Check-ins that have begun keep the version that they began with.',
  ];
}

function differenceBlocks({ isSame, differences }: ForeseenVersion): KnownBlock[] {
  return isSame ? [] : linesBlocks(differences.split('\n'), 'line');
}

const longestLine = 400;

/** As many lines as a section takes, and how many more there are. */
function linesBlocks(lines: readonly string[], what: string): KnownBlock[] {
  const shown = fitting(
    lines.map((line) => escapeMrkdwn(excerpt(line, longestLine))),
    limits.sectionText,
  );
  const more = lines.length - shown.length;
  return [
    section(shown.join('\n')),
    ...(more > 0 ? [context(`and ${count(more, `more ${what}`)}`)] : []),
  ];
}

/** Everything that is wrong with a file, by its lines; nothing was published. */
export function ladderProblems(problems: readonly SourceProblem[]): ModalView {
  const lines = problems.map(({ line, message }) => `Line ${line}: ${message}`);
  return modal({
    callbackId: callbackIds.admin,
    title,
    blocks: [
      section(
        `*${count(problems.length, 'problem')}, so nothing was published.* Mend the file and check it again.`,
      ),
      ...linesBlocks(lines, 'problem'),
      again(),
    ],
  });
}

function again(): KnownBlock {
  return actions([button({ text: 'Check another file', actionId: actionIds.ladder })]);
}

/** What publishing did. */
export function publishedBlocks({
  version,
  moved,
  effect,
}: Published & { effect: VersionEffect }): KnownBlock[] {
  const along = moved.reduce((sum, { people }) => sum + people, 0);
  return [
    section(
      [
        `*Version ${version.number} is in use.*`,
        ...(along > 0
          ? [`${count(along, 'person has', 'people have')} moved along to renamed roles.`]
          : []),
        ...effectTexts(effect, 'are'),
      ].join('\n'),
    ),
  ];
}
