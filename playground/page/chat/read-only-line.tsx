import { useRoom } from '../live/room.js';
import { beginCommand } from './composer.js';
import { channelsOf } from './places.js';

/** What stands in the place of the line to type in where an app takes no messages. */
export function ReadOnlyLine() {
  const room = useRoom();
  const { state, me } = room;
  const [channel] = channelsOf(state, me.id);
  const command = state.app.commands[0]?.command;
  return (
    <div class="read-only">
      <p>Sending messages to this app has been turned off.</p>
      {channel && command && (
        <button
          type="button"
          class="button"
          onClick={() => {
            beginCommand(me.id, channel.id);
            room.goTo(channel.id);
          }}
        >
          Type {command} in #{channel.name}
        </button>
      )}
    </div>
  );
}
