import type { Expectation } from '../../../domain/framework/expectations.js';
import type { Behaviour, FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import { grouped } from '../../../domain/framework/grouped.js';
import { levelText, roleFacts } from '../../../domain/role/facts.js';
import { indexOf } from '../../../domain/role/position.js';
import {
  actions,
  context,
  count,
  escapeMrkdwn,
  header,
  type Surface,
  section,
} from '../../ui/blocks.js';
import { beginning, isBeginning } from '../../ui/cursor.js';
import { markedParagraph } from '../../ui/markup.js';
import type { Page } from '../../ui/page.js';
import type { Piece, Section } from '../../ui/sections.js';
import { nextRungButtons } from '../buttons.js';
import {
  ALL_COMPETENCIES,
  comparedOptions,
  competencyOptions,
  picker,
  roleOptions,
} from '../pickers.js';
import { encodePlace, type Place } from '../place.js';
import { versionText } from '../words.js';
import { compareBlockId } from './choose-role.js';
import { shareButton } from './share.js';

type RolePlace = Extract<Place, { page: 'role' }>;

/** What a role asks, in every competency or in one. */
export function rolePage(
  version: FrameworkVersion,
  role: Role,
  place: RolePlace,
  surface: Surface,
): Page {
  const index = indexOf(version.framework);
  const expectations = index
    .expectations(role.key)
    .filter(({ competency }) => place.competency === undefined || competency === place.competency);
  const groupOf = ({ competency }: Expectation) => index.competency(competency)?.group;
  const groups = grouped(expectations, groupOf);
  const others = groups.size > 1 ? 'Other competencies' : undefined;
  const sections = [...groups.values()].flat().map((expectation): Section => {
    const name = index.competency(expectation.competency)?.name ?? expectation.competency;
    const group = expectations.length > 1 ? (groupOf(expectation) ?? others) : undefined;
    return { name, group, pieces: expectationPieces(expectation) };
  });
  const facts = roleFacts(index, role);
  return {
    title: 'Role',
    text: escapeMrkdwn(`${role.title}: ${facts}. ${countsText(sections, expectations)}`),
    head: [
      header(role.title),
      section(escapeMrkdwn(facts)),
      ...(role.summary && isBeginning(place.at ?? beginning)
        ? [markedParagraph(role.summary)]
        : []),
      pickers(version, role, place, surface),
      ...(sections.length === 0 ? [section(asksNothing(place, version))] : []),
    ],
    sections,
    noun: ['competency', 'competencies'],
    foot: [
      rolesButtons(version, role, place, surface),
      context(escapeMrkdwn(versionText(version))),
    ],
  };
}

/** One expectation, whole: definition, level, behaviours, what it shows in, skills, links. */
export function expectationPieces(expectation: Expectation): Piece[] {
  const { definition, behaviours, opportunities, skills, links } = expectation;
  const note = (label: string, texts: string[]): Piece[] =>
    texts.length > 0 ? [{ kind: 'note', label, text: texts.join(', ') }] : [];
  return [
    ...lead(definition),
    ...note('Asked', [levelText(expectation) ?? ''].filter(Boolean)),
    ...behaviours.flatMap(behaviourPieces),
    ...note('Shows in', opportunities),
    ...note('Skills', skills),
    ...links.map(({ title, url }): Piece => ({ kind: 'link', title, url })),
  ];
}

function lead(text: string | undefined): Piece[] {
  return text ? [{ kind: 'lead', text }] : [];
}

/** A behaviour with its examples and links. */
export function behaviourPieces({ text, examples = [], links = [] }: Behaviour): Piece[] {
  return [
    { kind: 'point', text },
    ...examples.map((example): Piece => ({ kind: 'point', text: `For example: ${example}` })),
    ...links.map(({ title, url }): Piece => ({ kind: 'link', title, url })),
  ];
}

function countsText(sections: Section[], expectations: Expectation[]): string {
  const behaviours = expectations.reduce((sum, { behaviours }) => sum + behaviours.length, 0);
  const [only] = sections;
  if (sections.length === 1 && only) return `${only.name}: ${count(behaviours, 'behaviour')}.`;
  return `${count(sections.length, 'competency', 'competencies')}, ${count(behaviours, 'behaviour')}.`;
}

function asksNothing({ competency }: RolePlace, { framework }: FrameworkVersion): string {
  if (competency === undefined) return 'This role asks nothing in writing yet.';
  const name = indexOf(framework).competency(competency)?.name ?? '';
  return `This role asks nothing in writing in *${escapeMrkdwn(name)}*.`;
}

function pickers({ framework }: FrameworkVersion, role: Role, place: RolePlace, surface: Surface) {
  return actions(
    [
      picker({
        actionId: 'role.pick',
        placeholder: 'Role',
        options: roleOptions(framework),
        chosen: role.key,
        surface,
      }),
      picker({
        actionId: 'role.pick_competency',
        placeholder: 'Competency',
        options: competencyOptions(framework),
        chosen: place.competency ?? ALL_COMPETENCIES,
        surface,
      }),
    ],
    encodePlace({ ...place, at: undefined }),
  );
}

function rolesButtons(version: FrameworkVersion, role: Role, place: RolePlace, surface: Surface) {
  const compare = picker({
    actionId: 'role.compare_with',
    placeholder: 'Compare with',
    options: comparedOptions(version.framework, role.key),
    surface,
  });
  return actions(
    [...nextRungButtons(version, role), compare, ...shareButton(place, surface)],
    compareBlockId(role.key),
  );
}
