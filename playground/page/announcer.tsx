import { useEffect, useRef, useState } from 'preact/hooks';
import { isVisibleTo, messageKey } from '../contract.js';
import { useRoom } from './live/room.js';

/** Announces new messages to screen readers, politely. */
export function Announcer() {
  const { state, me, person } = useRoom();
  const known = useRef<Set<string>>(undefined);
  const [words, setWords] = useState('');
  useEffect(() => {
    const before = known.current;
    known.current = new Set(state.messages.map(messageKey));
    if (!before) return;
    const fresh = state.messages.filter(
      (one) => !before.has(messageKey(one)) && one.from !== me.id && isVisibleTo(state, one, me.id),
    );
    const last = fresh.at(-1);
    if (last) setWords(`${person(last.from)?.name ?? 'Somebody'}: ${last.text}`);
  }, [state.revision]);
  return (
    <div class="unseen" role="status" aria-live="polite">
      {words}
    </div>
  );
}
