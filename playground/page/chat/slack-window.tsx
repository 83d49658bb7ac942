import { useRef } from 'preact/hooks';
import type { Channel } from '../../contract.js';
import { useRoom } from '../live/room.js';
import type { Unread } from '../live/unread.js';
import { Modal } from '../modal/modal.js';
import { useFocusBack } from '../modal/use-focus-back.js';
import { Composer } from './composer.js';
import { AppHead, ChannelHead } from './content-heads.js';
import { Home } from './home.js';
import { Messages } from './messages.js';
import { dmOf } from './places.js';
import { ReadOnlyLine } from './read-only-line.js';
import { Sidebar } from './sidebar.js';

/** What is in Slack's place for somebody who has left: they can't sign in. */
function Left() {
  const { state, me } = useRoom();
  return (
    <main class="slack slack--left">
      <p>
        {me.name} has left {state.workspace.name} and can’t open Slack any more. What the others see
        of them is in their windows.
      </p>
    </main>
  );
}

/** Slack as one person sees it: sidebar, a channel or the app, and the modal on top. */
export function SlackWindow({ tab, unread }: { tab: string; unread: Unread }) {
  const { state, me, channel } = useRoom();
  const dm = dmOf(state, me.id);
  const modals = state.seats[me.id]?.modals ?? [];
  const top = modals.at(-1);
  useFocusBack(top !== undefined);
  const shown = tab === 'home' ? undefined : channel(tab);
  if (me.deleted) return <Left />;
  return (
    <main class="slack">
      <div class="slack-inner" inert={top !== undefined}>
        <Sidebar tab={tab} dm={dm} unread={unread} />
        <div class="content">
          {!shown || shown.id === dm?.id ? (
            <AppHead tab={tab} dm={dm} unread={dm ? unread(me.id, dm.id) : 0} />
          ) : (
            <ChannelHead channel={shown} />
          )}
          {shown ? (
            <Conversation key={`${me.id}/${shown.id}`} channel={shown} dm={dm} />
          ) : (
            <Home key={me.id} />
          )}
        </div>
      </div>
      {modals.map((view, below) => (
        <Modal key={`${me.id}/${view.id}`} view={view} below={below} top={view === top} />
      ))}
    </main>
  );
}

function Conversation({ channel, dm }: { channel: Channel; dm?: Channel }) {
  const { state } = useRoom();
  const following = useRef(true);
  const withApp = channel.id === dm?.id;
  const name = withApp ? state.app.name : `#${channel.name}`;
  const readOnly = withApp && state.app.messagesReadOnly;
  const start = withApp
    ? `This is the start of your messages with ${name}. Only the two of you see them.`
    : `This is the start of ${name}.`;
  const inner = (
    <>
      <Messages channel={channel} start={start} following={following} />
      {readOnly ? (
        <ReadOnlyLine />
      ) : (
        <Composer channel={channel} name={name} onSend={() => (following.current = true)} />
      )}
    </>
  );
  if (!withApp) return <div class="conversation">{inner}</div>;
  return (
    <div class="conversation" role="tabpanel" id="tab-panel" aria-labelledby="tab-messages">
      {inner}
    </div>
  );
}
