import { useId } from 'preact/hooks';
import { useSurface } from '../live/surface.js';
import { Text } from '../text/formatted.js';
import { useChosen } from './chosen.js';
import type { ElementProps } from './element.js';
import { useConfirmed } from './use-confirmed.js';

/** Several of a few choices. */
export function Checkboxes({ blockId, element, field, label }: ElementProps) {
  const surface = useSurface();
  const id = useId();
  const { ask, dialog } = useConfirmed(element);
  const value = useChosen(blockId, element);
  const chosen = Array.isArray(value) ? value : [];
  const toggle = (option: string) => {
    const next = chosen.includes(option)
      ? chosen.filter((one) => one !== option)
      : [...chosen, option];
    ask(() => void surface.take(blockId, element.action_id, next));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend, which stands outside
    <div
      class="choices"
      role="group"
      aria-labelledby={field?.labelId}
      aria-label={field ? undefined : label}
      aria-describedby={field?.describedBy}
    >
      {(element.options ?? []).map((option, index) => (
        <label key={option.value} class="choice">
          <input
            type="checkbox"
            value={option.value}
            checked={chosen.includes(option.value)}
            aria-describedby={option.description && `${id}-${index}`}
            onChange={() => toggle(option.value)}
          />
          <span class="choice-text">
            <Text text={option.text} />
            {option.description && (
              <span class="choice-description" id={`${id}-${index}`}>
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
