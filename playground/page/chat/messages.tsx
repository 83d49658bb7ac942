import { Fragment } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Channel, isVisibleTo, type Message, messageKey } from '../../contract.js';
import { useRoom } from '../live/room.js';
import { inZone, nearDay, type Reader } from '../text/slack-date.js';
import { MessageRow } from './message-row.js';

const closely = 5 * 60_000;

/** The messages of a channel, oldest first. Stays at the end unless somebody scrolled up to read. */
export function Messages({ channel, start }: { channel: Channel; start: string }) {
  const { state, me, reader } = useRoom();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [more, setMore] = useState(false);
  const shown = state.messages.filter(
    (one) => one.channel === channel.id && isVisibleTo(state, one, me.id),
  );
  const lastKey = shown.at(-1) ? messageKey(shown.at(-1) as Message) : '';
  const toEnd = () => box.current?.scrollTo(0, box.current.scrollHeight);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else setMore(true);
  }, [lastKey]);
  useLayoutEffect(() => {
    const content = box.current?.firstElementChild;
    if (!content) return;
    // Pictures, charts and longer texts may arrive with an update of the last message.
    const watch = new ResizeObserver(() => atEnd.current && toEnd());
    watch.observe(content);
    return () => watch.disconnect();
  }, []);
  return (
    <div class="messages-frame">
      <div
        ref={box}
        class="messages"
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
          atEnd.current = scrollHeight - scrollTop - clientHeight < 60;
          if (atEnd.current) setMore(false);
        }}
      >
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
