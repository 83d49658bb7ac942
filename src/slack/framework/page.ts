import type { ComparedCompetency } from '../../domain/role/comparison.js';
import type { ChangedRole } from '../../services/framework/index.js';
import { showRoleButton, versionText } from '../role/links.js';
import { actions, context, escapeMrkdwn, header, section } from '../ui/blocks.js';
import { type Cursor, pageValue } from '../ui/cursor.js';
import type { Page } from '../ui/page.js';
import type { Piece, Section } from '../ui/sections.js';
import { actionIds } from './ids.js';

type Change = Extract<ChangedRole, { kind: 'changed' }>;

/** What has changed in the reader's role since a version: a section for each competency. */
export function changePage({ change, before, now }: Change, at: Cursor): Page {
  const { after, facts, competencies } = change;
  const own: Section[] =
    facts.length > 0 ? [{ name: 'About the role', pieces: facts.map(factPiece) }] : [];
  const sections = [...own, ...competencies.map(competencySection)];
  const fact =
    sections.length === 0
      ? 'Your role is as it was: nothing in it has changed.'
      : `Since version ${before.number} of the ladder. A check-in that you have begun keeps what it began with.`;
  return {
    title: 'What has changed',
    text: escapeMrkdwn(fact),
    head: [header(after.title.slice(0, 150)), section(escapeMrkdwn(fact))],
    sections,
    noun: ['part', 'parts'],
    foot: [actions([showRoleButton(after.key)]), context(escapeMrkdwn(versionText(now)))],
    paging: {
      at,
      button: (next) => ({
        actionId: `${actionIds.page}:${next.section}`,
        value: pageValue.write(before.id, next),
      }),
    },
  };
}

const labels = {
  title: 'Called',
  level: 'Level',
  track: 'Track',
  years: 'Usual time',
  summary: 'In short',
} as const;

function factPiece({ fact, from, to }: Change['change']['facts'][number]): Piece {
  return { kind: 'change', before: `${labels[fact]}: ${from || '–'}`, text: to || '–' };
}

function competencySection({
  competency,
  definitions,
  added,
  changed,
  dropped,
}: ComparedCompetency): Section {
  const point = ({ text }: { text: string }): Piece => ({ kind: 'point', text });
  const part = (name: string, pieces: Piece[]): Piece[] =>
    pieces.length > 0 ? [{ kind: 'subhead', text: name }, ...pieces] : [];
  const { from, to } = definitions;
  const definition: Piece[] =
    from === to ? [] : [{ kind: 'change', before: from || '–', text: to || '–' }];
  const reworded = changed.map(
    (one): Piece => ({ kind: 'change', before: one.from.text, text: one.to.text }),
  );
  return {
    name: competency.name,
    pieces: [
      ...part('By definition', definition),
      ...part('New', added.map(point)),
      ...part('Changed', reworded),
      ...part('No longer asked', dropped.map(point)),
    ],
  };
}
