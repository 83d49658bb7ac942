import { Fragment, type RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { type Channel, isVisibleTo, type Message, messageKey } from '../../contract.js';
import { useRoom } from '../live/room.js';
import { inZone, nearDay, type Reader } from '../text/slack-date.js';
import { MessageRow } from './message-row.js';
import { useFollow } from './use-follow.js';

const closely = 5 * 60_000;

interface Props {
  channel: Channel;
  /** The text at the beginning of the conversation. */
  start: string;
  /** Whether to scroll to the newest message. */
  following: RefObject<boolean>;
}

/** The messages of a channel, oldest first. */
export function Messages({ channel, start, following }: Props) {
  const { state, me, reader } = useRoom();
  const box = useRef<HTMLDivElement>(null);
  const shown = state.messages.filter(
    (one) => one.channel === channel.id && isVisibleTo(state, one, me.id),
  );
  const lastKey = shown.at(-1) ? messageKey(shown.at(-1) as Message) : '';
  const { more, onScroll, toEnd } = useFollow(box, following, lastKey);
  return (
    <div class="messages-frame">
      <div ref={box} class="messages" onScroll={onScroll}>
        <div class="messages-list" role="log" aria-live="off" aria-label="Messages">
          <p class="messages-start">{start}</p>
          {shown.map((message, index) => {
            const before = shown[index - 1];
            const newDay = !before || dayOf(before, reader) !== dayOf(message, reader);
            return (
              <Fragment key={messageKey(message)}>
                {newDay && <DayLine at={new Date(message.at)} />}
                <MessageRow message={message} follows={!newDay && follows(before, message)} />
              </Fragment>
            );
          })}
        </div>
      </div>
      {more && (
        <button type="button" class="more-below" onClick={toEnd}>
          New messages below
        </button>
      )}
    </div>
  );
}

function DayLine({ at }: { at: Date }) {
  const { reader } = useRoom();
  const near = nearDay(at, reader);
  const words = near
    ? near.charAt(0).toUpperCase() + near.slice(1)
    : inZone(at, reader, { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <div class="day-line">
      <span>{words}</span>
    </div>
  );
}

function dayOf(message: Message, { tz }: Reader): string {
  return new Date(message.at).toLocaleDateString('sv-SE', { timeZone: tz });
}

function follows(before: Message, message: Message): boolean {
  return (
    before.from === message.from &&
    !before.ephemeralTo &&
    !message.ephemeralTo &&
    Date.parse(message.at) - Date.parse(before.at) < closely
  );
}
