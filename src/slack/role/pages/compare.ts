import type { FrameworkVersion, Role } from '../../../domain/framework/framework.js';
import {
  actions,
  button,
  context,
  escapeMrkdwn,
  header,
  type Surface,
  section,
} from '../../ui/blocks.js';
import type { Page } from '../../ui/page.js';
import { encodePlace, type Place } from '../place.js';
import { versionText } from '../words.js';
import { comparisonHead, comparisonSections, comparisonTotals } from './comparison.js';
import { shareButton } from './role.js';

/** Two roles against each other, what is new marked. */
export function comparePage(
  version: FrameworkVersion,
  { from, to }: { from: Role; to: Role },
  place: Extract<Place, { page: 'compare' }>,
  surface: Surface,
): Page {
  const fact = `From ${from.title} to ${to.title}: ${comparisonTotals(version, from, to)}.`;
  const show = (name: string, place: Place, text: string) =>
    button({ text, actionId: `role.show:${name}`, value: encodePlace(place) });
  return {
    title: 'Compare roles',
    text: escapeMrkdwn(fact),
    head: [header('What is new'), section(escapeMrkdwn(fact))],
    sections: comparisonSections(version, { from, to, detail: 'both' }),
    noun: ['competency', 'competencies'],
    tableHead: comparisonHead(from, to, 'both'),
    foot: [
      actions([
        show('from', { page: 'role', role: from.key }, from.title),
        show('to', { page: 'role', role: to.key }, to.title),
        show('other', { page: 'compare', from: to.key, to: from.key }, 'The other way round'),
        ...shareButton(place, surface),
      ]),
      context(escapeMrkdwn(versionText(version))),
    ],
  };
}
