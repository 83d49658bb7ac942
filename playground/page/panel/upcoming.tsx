import type { Clock } from '../../contract.js';
import { useRoom } from '../live/room.js';
import { Avatar } from '../people/avatar.js';
import { inZone, nearDay } from '../text/slack-date.js';

const most = 8;

/** Lists each person's next messages, at their own time of day. */
export function Upcoming({ upcoming }: { upcoming: Clock['upcoming'] }) {
  const { person, reader } = useRoom();
  return (
    <section class="card" aria-labelledby="upcoming-heading">
      <h2 id="upcoming-heading">Comes next</h2>
      {upcoming.length === 0 && <p class="card-note">Nothing is planned.</p>}
      <ol class="upcoming">
        {upcoming.slice(0, most).map((one, index) => {
          const to = one.to ? person(one.to) : undefined;
          const at = new Date(one.at);
          const theirs = { ...reader, tz: to?.tz ?? reader.tz };
          const time = inZone(at, theirs, { timeStyle: 'short' });
          const day =
            nearDay(at, theirs) ??
            inZone(at, theirs, { weekday: 'short', day: 'numeric', month: 'short' });
          return (
            <li key={`${one.at}/${one.to}/${index}`}>
              {to && <Avatar person={to} size={22} />}
              <span class="upcoming-words">
                <span>{one.what}</span>
                <span class="card-note">
                  {to ? `${to.name} · ` : ''}
                  {day}, {time}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
      {upcoming.length > most && <p class="card-note">and {upcoming.length - most} more</p>}
    </section>
  );
}
