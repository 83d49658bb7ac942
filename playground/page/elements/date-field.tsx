import { useEffect, useRef, useState } from 'preact/hooks';
import { useRoom } from '../live/room.js';
import { useSurface } from '../live/surface.js';
import { unixToZoned, zonedToUnix } from '../text/slack-date.js';
import { useChosen } from './chosen.js';
import type { ElementProps } from './element.js';

const kinds: Record<string, 'date' | 'time' | 'datetime-local'> = {
  datepicker: 'date',
  timepicker: 'time',
  datetimepicker: 'datetime-local',
};

const pause = 700;

/**
 * A date, a time or both, with the browser's own picker. Both together are in the person's zone.
 */
export function DateField({ blockId, element, field, label }: ElementProps) {
  const surface = useSurface();
  const { me } = useRoom();
  const timer = useRef<number | undefined>(undefined);
  const [typed, setTyped] = useState<string>();
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const value = useChosen(blockId, element);
  const zoned = element.type === 'datetimepicker';
  const known = typeof value === 'string' ? value : '';
  const shown = known && zoned ? unixToZoned(Number(known), me.tz) : known;
  const send = (text: string) => {
    window.clearTimeout(timer.current);
    setTyped(undefined);
    const next = text && zoned ? String(zonedToUnix(text, me.tz)) : text;
    if (next !== known) void surface.take(blockId, element.action_id, next || null);
  };
  return (
    <input
      id={field?.id}
      class="text-input date-input"
      type={kinds[element.type] ?? 'date'}
      value={typed ?? shown}
      aria-label={field ? undefined : (element.placeholder?.text ?? label)}
      aria-describedby={field?.describedBy}
      aria-invalid={field?.invalid}
      aria-required={field?.required}
      onInput={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        window.clearTimeout(timer.current);
        // A year is typed digit by digit: wait for the rest before sending it.
        timer.current = window.setTimeout(() => send(text), pause);
      }}
      onBlur={() => typed !== undefined && send(typed)}
    />
  );
}
