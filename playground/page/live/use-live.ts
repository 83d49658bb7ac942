import { useEffect, useState } from 'preact/hooks';
import { Live, type Snapshot } from './live.js';

const live = new Live();

/** Subscribes to the playground; renders again after every change. */
export function useLive(): { live: Live; snapshot: Snapshot } {
  const [snapshot, setSnapshot] = useState(live.snapshot);
  useEffect(() => {
    const stop = live.subscribe(() => setSnapshot(live.snapshot));
    live.start();
    return stop;
  }, []);
  return { live, snapshot };
}
