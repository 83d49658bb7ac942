import type { ComponentChildren } from 'preact';
import type { Channel, Several as SeveralWorkspaces } from '../../contract.js';
import { HashIcon } from '../icons.js';
import { useRoom } from '../live/room.js';
import type { Unread } from '../live/unread.js';
import { Avatar } from '../people/avatar.js';
import { channelsOf } from './places.js';

/** Slack's own sidebar: the channels of this person, and the app. */
export function Sidebar({ tab, dm, unread }: { tab: string; dm?: Channel; unread: Unread }) {
  const { state, me, person, goTo } = useRoom();
  const channels = channelsOf(state, me.id);
  const app = person(state.app.botUserId);
  const inApp = tab === 'home' || tab === dm?.id;
  return (
    <nav class="sidebar" aria-label="Workspace">
      <p class="workspace-name">{state.workspace.name}</p>
      <h2 class="sidebar-heading">Channels</h2>
      {channels.map((one) => (
        <SidebarButton
          key={one.id}
          current={tab === one.id}
          unread={unread(me.id, one.id)}
          onGo={() => goTo(one.id)}
        >
          <HashIcon /> {one.name}
        </SidebarButton>
      ))}
      <h2 class="sidebar-heading">Apps</h2>
      <SidebarButton
        current={inApp}
        unread={dm ? unread(me.id, dm.id) : 0}
        onGo={() => !inApp && goTo(dm && unread(me.id, dm.id) > 0 ? dm.id : 'home')}
      >
        <Avatar person={app} size={20} /> {state.app.name}
      </SidebarButton>
      {state.several && <Several several={state.several} installed={state.app.connected} />}
      <div class="sidebar-me">
        <Avatar person={me} size={28} />
        <span>{me.name}</span>
      </div>
    </nav>
  );
}

/** Where the app is installed, and the way to the other workspaces. */
function Several({ several, installed }: { several: SeveralWorkspaces; installed: boolean }) {
  return (
    <>
      {!installed && (
        <a class="button button--primary sidebar-install" href={several.installUrl}>
          Add to Slack
        </a>
      )}
      <h2 class="sidebar-heading">Other workspaces</h2>
      {several.others.map(({ name, url }) => (
        <a key={url} class="sidebar-item" href={url}>
          {name}
        </a>
      ))}
    </>
  );
}

interface ButtonProps {
  current: boolean;
  unread: number;
  onGo(): void;
  children: ComponentChildren;
}

function SidebarButton({ current, unread, onGo, children }: ButtonProps) {
  const classes = `${current ? ' sidebar-item--current' : ''}${unread > 0 ? ' sidebar-item--unread' : ''}`;
  return (
    <button
      type="button"
      class={`sidebar-item${classes}`}
      aria-current={current ? 'page' : undefined}
      onClick={onGo}
    >
      {children}
      {unread > 0 && (
        <span class="unread-count">
          {unread}
          <span class="unseen"> unread</span>
        </span>
      )}
    </button>
  );
}
