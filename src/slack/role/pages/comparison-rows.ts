import type { FrameworkVersion } from '../../../domain/framework/framework.js';
import { indexOf } from '../../../domain/role/position.js';
import { shortTitle } from '../../../domain/role/short-title.js';
import { actions, button, type KnownBlock, limits, type Surface } from '../../ui/blocks.js';
import { comparedOptions, competencyOptions, picker } from '../pickers.js';
import { encodePlace, type Place } from '../place.js';
import { compareBlockId } from './choose-role.js';
import type { Compared } from './comparison.js';
import { shareButton } from './share.js';

type ComparisonPlace = Extract<Place, { page: 'next' | 'compare' }>;

/** Below a comparison: one competency in full, the roles by themselves, other comparisons. */
export function comparisonRows(
  version: FrameworkVersion,
  { from, to }: Compared,
  place: ComparisonPlace,
  surface: Surface,
): KnownBlock[] {
  const { framework } = version;
  const show = (name: string, text: string, place: Place) =>
    button({ text, actionId: `role.show:${name}`, value: encodePlace(place) });
  const roles = [from, ...to].map((role, nth) => {
    const asks = `What ${shortTitle(indexOf(framework), role)} asks`;
    const text = asks.length <= limits.buttonText ? asks : role.title;
    return show(`role_${nth}`, text, {
      page: 'role',
      role: role.key,
      competency: place.competency,
    });
  });
  const [other] = to;
  const reversed =
    place.page === 'compare'
      ? [
          show('other', 'The other way round', {
            ...place,
            from: place.to,
            to: place.from,
            at: undefined,
          }),
        ]
      : [];
  const inFull = picker({
    actionId: 'role.pick_competency',
    placeholder: 'Show in full',
    options: competencyOptions(framework),
    chosen: place.competency,
    surface,
  });
  const compareWith = picker({
    actionId: 'role.compare_with',
    placeholder: 'Compare with',
    options: comparedOptions(framework, from.key),
    surface,
  });
  const back =
    place.competency === undefined
      ? []
      : [show('glance', 'All competencies', { ...place, competency: undefined, at: undefined })];
  return [
    ...(other ? [actions([inFull, ...back], encodePlace({ ...place, at: undefined }))] : []),
    actions(
      [...roles, ...reversed, compareWith, ...shareButton(place, surface)],
      compareBlockId(from.key),
    ),
  ];
}
