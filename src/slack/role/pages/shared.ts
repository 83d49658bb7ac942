import { actions, button, context, type Message, mention } from '../../ui/blocks.js';
import { type Page, pageMessage } from '../../ui/page.js';
import { encodePlace, type Place } from '../place.js';

/** An answer for everybody in the channel: who shared it, and a way to look around in private. */
export function sharedMessage(page: Page, place: Place, slackUserId: string): Message {
  const [head] = page.head;
  const look = button({
    text: 'Look around yourself',
    actionId: 'role.show:shared',
    value: encodePlace({ ...place, at: undefined }),
  });
  const shared = pageMessage({
    ...page,
    head: head ? [head] : [],
    paging: place.at && { at: place.at },
    foot: [context(`Shared by ${mention(slackUserId)}`), actions([look])],
  });
  return { ...shared, text: `${mention(slackUserId)} shared: ${page.text}` };
}
