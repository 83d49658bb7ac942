import type { Channel } from '../../contract.js';
import { useRoom } from '../live/room.js';
import { Avatar } from '../people/avatar.js';

/** The name of a channel. */
export function ChannelHead({ channel }: { channel: Channel }) {
  return (
    <header class="content-head">
      <h1>#{channel.name}</h1>
      <span class="head-note">{channel.members.length} members</span>
    </header>
  );
}

/** The app's name, and its tabs. */
export function AppHead({ tab, dm, unread }: { tab: string; dm?: Channel; unread: number }) {
  const { state, person, goTo } = useRoom();
  const tabs = [
    { id: 'tab-home', tab: 'home', name: 'Home', note: '' },
    {
      id: 'tab-messages',
      tab: dm?.id ?? '',
      name: 'Messages',
      note: unread > 0 ? String(unread) : '',
    },
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tabs.find((one) => one.tab !== tab);
    if (!other) return;
    goTo(other.tab);
    document.getElementById(other.id)?.focus();
  };
  return (
    <header class="content-head content-head--app">
      <Avatar person={person(state.app.botUserId)} size={28} />
      <h1>{state.app.name}</h1>
      <div class="tabs" role="tablist" aria-label={state.app.name} onKeyDown={onKeyDown}>
        {tabs.map((one) => (
          <button
            key={one.id}
            id={one.id}
            type="button"
            role="tab"
            class="tab"
            aria-selected={tab === one.tab}
            aria-controls="tab-panel"
            tabIndex={tab === one.tab ? 0 : -1}
            onClick={() => goTo(one.tab)}
          >
            {one.name}
            {one.note && <span class="unread-count">{one.note}</span>}
          </button>
        ))}
      </div>
    </header>
  );
}
