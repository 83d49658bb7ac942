import { type Message, messageKey } from '../../contract.js';
import { Blocks } from '../blocks/blocks.js';
import { EyeIcon } from '../icons.js';
import { useRoom } from '../live/room.js';
import { SurfaceContext } from '../live/surface.js';
import { useSurfaceInputs } from '../live/use-surface-inputs.js';
import { Avatar } from '../people/avatar.js';
import { Mrkdwn } from '../text/formatted.js';
import { inZone } from '../text/slack-date.js';
import { MessageMenu } from './message-menu.js';

interface Props {
  message: Message;
  /** It follows another one by the same sender closely: without picture and name. */
  follows: boolean;
}

/** One message as this person sees it. */
export function MessageRow({ message, follows }: Props) {
  const { person, reader, state, me } = useRoom();
  const { channel, ts } = message;
  const values = state.seats[me.id]?.messageValues[messageKey(message)] ?? {};
  const inputs = useSurfaceInputs({ type: 'message', channel, ts }, values);
  const from = person(message.from);
  const at = new Date(message.at);
  const time = inZone(at, reader, { timeStyle: 'short' });
  const full = inZone(at, reader, { dateStyle: 'full', timeStyle: 'short' });
  const forMe = message.ephemeralTo !== undefined;
  return (
    <article
      class={`message${follows ? ' message--follows' : ''}${forMe ? ' message--private' : ''}`}
      aria-label={`${from?.name ?? message.from}, ${time}`}
    >
      {forMe && (
        <p class="message-private">
          <EyeIcon /> Only visible to you
        </p>
      )}
      <div class="message-side">
        {follows ? <time class="message-time">{time}</time> : <Avatar person={from} />}
      </div>
      <div class="message-main">
        {!follows && (
          <header class="message-head">
            <b class="message-from">{from?.name ?? message.from}</b>
            {from?.isBot && <span class="app-badge">App</span>}
            <time class="message-time" dateTime={message.at} title={full}>
              {time}
            </time>
          </header>
        )}
        {message.threadTs && message.threadTs !== ts && <p class="message-thread">In a thread</p>}
        {message.blocks.length === 0 ? (
          <div class="message-text">
            <Mrkdwn source={message.text} />
          </div>
        ) : (
          <SurfaceContext.Provider value={{ ...inputs, error: () => undefined }}>
            <Blocks blocks={message.blocks} />
          </SurfaceContext.Provider>
        )}
        {message.file && (
          <p class="message-file">
            <a href={message.file.path} download={message.file.name}>
              {message.file.name}
            </a>
          </p>
        )}
        {message.edited && <span class="edited">(edited)</span>}
      </div>
      {!forMe && <MessageMenu message={message} />}
    </article>
  );
}
