import { useRoom } from '../live/room.js';

/** Renders '@Rosa Manager', a mention in a text. */
export function Mention({ id, label = '' }: { id: string; label?: string }) {
  const { person, me } = useRoom();
  const mine = id === me.id ? ' mention--me' : '';
  return <span class={`mention${mine}`}>@{person(id)?.name ?? (label || id)}</span>;
}

/** Renders '#general', a link to the channel. */
export function ChannelMention({ id, label = '' }: { id: string; label?: string }) {
  const { channel, goTo } = useRoom();
  const known = channel(id);
  if (!known) return <span class="mention">#{label || id}</span>;
  return (
    <button type="button" class="mention mention--link" onClick={() => goTo(id)}>
      #{known.name}
    </button>
  );
}
