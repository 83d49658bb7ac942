import type { FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import { competencyLabel, titlesApart } from '../../../domain/role/labels.js';
import { indexOf } from '../../../domain/role/position.js';
import { context, escapeMrkdwn, header, type Surface, section } from '../../ui/blocks.js';
import type { Page } from '../../ui/page.js';
import type { Place } from '../place.js';
import { versionText } from '../words.js';
import { comparisonHead, comparisonSections } from './comparison.js';
import { inFullSections } from './comparison-in-full.js';
import { comparisonRows } from './comparison-rows.js';
import { comparisonTotals, comparisonTotalsIn } from './comparison-totals.js';

/** Two roles against each other: at a glance, or one competency in full. */
export function comparePage(
  version: FrameworkVersion,
  { from, to }: { from: Role; to: Role },
  place: Extract<Place, { page: 'compare' }>,
  surface: Surface,
): Page {
  const compared = { from, to: [to] };
  const { competency } = place;
  const index = indexOf(version.framework);
  const asked = index.competency(competency ?? '');
  const name = asked && competencyLabel(index, asked);
  const totals =
    competency === undefined
      ? comparisonTotals(version, from, to)
      : comparisonTotalsIn(version, { from, to }, competency);
  const [fromTitle, toTitle] = titlesApart(index, [from, to]);
  const fact = `From ${fromTitle} to ${toTitle}: ${totals}.`;
  return {
    title: 'Compare roles',
    text: escapeMrkdwn(name === undefined ? fact : `${name}. ${fact}`),
    head: [header(name ?? 'Two roles compared'), section(escapeMrkdwn(fact))],
    sections:
      competency === undefined
        ? comparisonSections(version, compared, surface)
        : inFullSections(version, compared, competency),
    noun: competency === undefined ? ['competency', 'competencies'] : ['part', 'parts'],
    tableHead: competency === undefined ? comparisonHead(version, compared) : undefined,
    foot: [
      ...comparisonRows(version, compared, place, surface),
      context(escapeMrkdwn(versionText(version))),
    ],
  };
}
