import type { Snapshot } from '../live/live.js';
import { useRoom } from '../live/room.js';
import { ClockCard } from './clock-card.js';
import { Refusals } from './refusals.js';
import { Requests } from './requests.js';
import { Upcoming } from './upcoming.js';

/** The panel behind Slack: the clock, the next messages, and the log of requests and calls. */
export function Panel({ clock }: { clock: Snapshot['clock'] }) {
  const { state } = useRoom();
  return (
    <aside class="panel" aria-label="Behind the scenes">
      {state.refusals.length > 0 && <Refusals refusals={state.refusals} />}
      <ClockCard clock={clock} />
      {clock && <Upcoming upcoming={clock.upcoming} />}
      <Requests requests={state.requests} calls={state.calls} />
    </aside>
  );
}
