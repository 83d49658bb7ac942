import { actions, button, context, type Message, mention } from '../../ui/blocks.js';
import { type Page, pageMessage } from '../../ui/page.js';
import { encodePlace } from '../../ui/place.js';

/** An answer for everybody in the channel: who shared it, and a way to look around in private. */
export function sharedMessage(page: Page, slackUserId: string): Message {
  const { place } = page;
  const [head] = page.head;
  const value = place && encodePlace({ ...place, at: undefined });
  const look = button({
    text: 'Look around yourself',
    actionId: 'role.show:shared',
    value: value ?? 'about',
  });
  const shared = pageMessage({
    ...page,
    head: head ? [head] : [],
    place: undefined,
    paging: place?.at && { at: place.at, button: () => ({ actionId: 'role.show:more' }) },
    foot: [context(`Shared by ${mention(slackUserId)}`), actions([look])],
  });
  return { ...shared, text: `${mention(slackUserId)} shared: ${page.text}` };
}
