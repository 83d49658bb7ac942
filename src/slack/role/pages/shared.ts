import { actions, button, context, type Message, mention, section } from '../../ui/blocks.js';
import { type Page, pageMessage } from '../../ui/page.js';
import { encodePlace, type Place } from '../place.js';

/** An answer for everybody in the channel: who shared it, and a way to look around in private. */
export function sharedMessage(page: Page, place: Place, slackUserId: string): Message {
  const [head] = page.head;
  const browse = button({
    text: 'Look around yourself',
    actionId: 'role.show:shared',
    value: encodePlace({ ...place, at: undefined }),
  });
  const takeBack = button({ text: 'Take it back', actionId: 'role.take_back', value: slackUserId });
  const shared = pageMessage({
    ...page,
    head: head ? [head] : [],
    paging: place.at && { at: place.at },
    foot: [context(`Shared by ${mention(slackUserId)}`), actions([browse, takeBack])],
  });
  return { ...shared, text: `${mention(slackUserId)} shared: ${page.text}` };
}

/** Somebody else wants to take it back. */
export function notYours(slackUserId: string): Message {
  const fact = `Only ${mention(slackUserId)}, who shared this, can take it back.`;
  return { text: fact, blocks: [section(fact)] };
}
