import type { Button } from '@slack/types';
import { actions, button, type KnownBlock, type Surface, section } from '../../ui/blocks.js';
import { encodePlace, type Place } from '../place.js';

/** Share here, in messages only: a window belongs to no channel. It asks first. */
export function shareButton(place: Place, surface: Surface): Button[] {
  if (surface !== 'message') return [];
  return [button({ text: 'Share here', actionId: 'role.share', value: encodePlace(place) })];
}

/** In place of an answer's buttons: whether everybody shall see it. */
export function shareQuestion(place: Place): KnownBlock[] {
  const value = encodePlace(place);
  return [
    section(
      '*Share this with everybody here?* They see that it comes from you. You can take it back.',
    ),
    actions([
      button({ text: 'Share it', actionId: 'role.share_now', value, style: 'primary' }),
      button({ text: 'Not now', actionId: 'role.show:not_shared', value }),
    ]),
  ];
}
