import { useState } from 'preact/hooks';
import { type Clock, type MoveClock, paths } from '../../contract.js';
import { post } from '../live/requests.js';
import { useRoom } from '../live/room.js';
import { place } from '../people/people.js';
import { inZone } from '../text/slack-date.js';

/** The time in the person's zone, and buttons to move it. */
export function ClockCard({ clock }: { clock: Clock | undefined }) {
  const { reader, me, live, warn } = useRoom();
  const [busy, setBusy] = useState(false);
  const move = async (how: MoveClock) => {
    setBusy(true);
    const answer = await post<never>(paths.clock, how);
    const { problem } = answer as { problem?: string };
    if (problem) warn(problem);
    else live.set({ clock: answer });
    await live.refresh();
    setBusy(false);
  };
  return (
    <section class="card" aria-label="Clock">
      <p class="clock-time" aria-live="polite">
        <b>{inZone(reader.now, reader, { timeStyle: 'short' })}</b>{' '}
        {inZone(reader.now, reader, {
          weekday: 'short',
          day: 'numeric',
          month: 'long',
          year: 'numeric',
        })}
      </p>
      <p class="clock-place">
        {place(me.tz)}, where {me.name.split(' ')[0]} is
      </p>
      {clock && (
        <div class="clock-buttons" aria-busy={busy}>
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() => void move({ addMinutes: 60 })}
          >
            +1 hour
          </button>
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() => void move({ addMinutes: 1440 })}
          >
            +1 day
          </button>
          <button
            type="button"
            class="button button--wide"
            disabled={busy || clock.upcoming.length === 0}
            onClick={() => void move({ toNext: true })}
          >
            {busy ? 'Moving on…' : 'To the next event'}
          </button>
        </div>
      )}
    </section>
  );
}
