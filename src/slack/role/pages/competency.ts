import { gistOf } from '../../../domain/framework/expectations.js';
import type { Competency, FrameworkVersion } from '../../../domain/framework/framework.js';
import { yearsRange } from '../../../domain/role/facts.js';
import { competencyLabel, titlesApart } from '../../../domain/role/labels.js';
import { type FrameworkIndex, indexOf, trackName } from '../../../domain/role/position.js';
import { withoutMarks } from '../../../domain/text/markup.js';
import {
  actions,
  button,
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
import { picker, roleOptions } from '../pickers.js';
import { encodePlace, type Place } from '../place.js';
import { versionText } from '../words.js';
import { behaviourPieces, expectationPieces } from './role.js';
import { shareButton } from './share.js';

/** Returns one competency across all rungs. */
export function competencyPage(
  version: FrameworkVersion,
  competency: Competency,
  place: Extract<Place, { page: 'competency' }>,
  surface: Surface,
): Page {
  const index = indexOf(version.framework);
  const asking = version.framework.tracks.flatMap((track) => {
    const rungs = index.rungs(track.key);
    const titles = titlesApart(index, rungs);
    return rungs.flatMap((role, nth) => {
      const expectation = index.expectation(role.key, competency.key);
      return expectation ? [{ track, role, name: titles[nth] ?? role.title, expectation }] : [];
    });
  });
  const hasYears = asking.some(({ role }) => role.years);
  const tracks = new Set(asking.map(({ track }) => track)).size;
  const sections = runsOf(
    asking.map(({ track, role, name, expectation }) => {
      const years = hasYears ? [yearsRange(role) ?? ''] : [];
      const asked = [...years, withoutMarks(gistOf(expectation))];
      const group = tracks > 1 ? trackName(track) : undefined;
      return { name, group, asked, pieces: expectationPieces(expectation) };
    }),
  );
  const levels = levelSections(index, competency).map((section): Section => {
    return { ...section, group: tracks > 1 ? 'Levels' : undefined };
  });
  const rungs = count(asking.length, 'rung');
  const fact =
    tracks > 1
      ? `What it asks on ${rungs} of ${tracks} tracks, lowest first in each.`
      : `What it asks on ${rungs}, lowest first.`;
  const rolePicker = picker({
    actionId: 'role.pick',
    placeholder: 'Look at one role',
    options: roleOptions(version.framework),
    surface,
  });
  return {
    title: 'Competency',
    text: escapeMrkdwn(`${competencyLabel(index, competency)}. ${fact}`),
    head: [
      header(competencyLabel(index, competency)),
      ...(competency.summary && isBeginning(place.at ?? beginning)
        ? [markedParagraph(competency.summary)]
        : []),
      section(fact),
    ],
    sections: [...sections, ...levels],
    noun: levels.length > 0 ? ['part', 'parts'] : ['role', 'roles'],
    tableHead: ['Role', ...(hasYears ? ['Usually'] : []), 'What it asks'],
    foot: [
      actions(
        [
          rolePicker,
          button({
            text: 'In my role',
            actionId: 'role.mine_in',
            value: competency.key,
          }),
          ...shareButton(place, surface),
        ],
        encodePlace({ ...place, at: undefined }),
      ),
      context(escapeMrkdwn(versionText(version))),
    ],
  };
}

interface Rung extends Omit<Section, 'row'> {
  asked: string[];
}

/** Rungs in a row that ask the very same are one section: "Junior Cook to Head Cook". */
function runsOf(rungs: readonly Rung[]): Section[] {
  const runs: { first: Rung; last: Rung; says: string }[] = [];
  for (const rung of rungs) {
    const says = JSON.stringify({ ...rung, name: '' });
    const before = runs.at(-1);
    if (before?.says === says) before.last = rung;
    else runs.push({ first: rung, last: rung, says });
  }
  return runs.map(({ first, last }): Section => {
    const { asked, ...section } = first;
    const name = first === last ? first.name : `${first.name} to ${last.name}`;
    return { ...section, name, row: [name, ...asked] };
  });
}

/** What each level is; a role shows the one that it asks, and there may be others. */
function levelSections(index: FrameworkIndex, { key, name }: Competency): Section[] {
  const pieces = index
    .levels(key)
    .flatMap(({ name, text, behaviours }): Piece[] => [
      { kind: 'subhead', text: name },
      ...(text ? [{ kind: 'point', text } as const] : []),
      ...behaviours.flatMap(behaviourPieces),
    ]);
  return pieces.length > 0 ? [{ name: `Levels of ${name}, lowest first`, pieces }] : [];
}
