import { useId } from 'preact/hooks';
import { useSurface } from '../live/surface.js';
import { Text } from '../text/formatted.js';
import { useChosen } from './chosen.js';
import type { ElementProps } from './element.js';
import { useConfirmed } from './use-confirmed.js';

/** One of a few choices, with the browser's arrow keys. */
export function RadioButtons({ blockId, element, field, label }: ElementProps) {
  const surface = useSurface();
  const name = useId();
  const { ask, dialog } = useConfirmed(element);
  const chosen = useChosen(blockId, element);
  return (
    <div
      class="choices"
      role="radiogroup"
      aria-labelledby={field?.labelId}
      aria-label={field ? undefined : label}
      aria-describedby={field?.describedBy}
      aria-invalid={field?.invalid}
      aria-required={field?.required}
    >
      {(element.options ?? []).map((option, index) => (
        <label key={option.value} class="choice">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={chosen === option.value}
            aria-describedby={option.description && `${name}-${index}`}
            onChange={() => ask(() => void surface.take(blockId, element.action_id, option.value))}
          />
          <span class="choice-text">
            <Text text={option.text} />
            {option.description && (
              <span class="choice-description" id={`${name}-${index}`}>
                <Text text={option.description} />
              </span>
            )}
          </span>
        </label>
      ))}
      {dialog}
    </div>
  );
}
