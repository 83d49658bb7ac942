import { useId } from 'preact/hooks';
import { ElementView } from '../elements/element.js';
import { useSurface } from '../live/surface.js';
import { PlainText } from '../text/formatted.js';
import { as, type BlockProps, type Element, type TextObject } from './shapes.js';

interface Input {
  label: TextObject;
  hint?: TextObject;
  optional?: boolean;
  dispatch_action?: boolean;
  element: Element;
}

/** A labelled input with its hint and error. */
export function InputBlock({ block }: BlockProps) {
  const { label, hint, optional, dispatch_action, element } = as<Input>(block);
  const surface = useSurface();
  const blockId = block.block_id ?? '';
  const error = surface.error(blockId);
  const id = useId();
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'block block-input block-input--wrong' : 'block block-input'}>
      <label class="input-label" id={`${id}-label`} for={id}>
        <PlainText text={label.text} />
        {optional && <span class="input-optional"> (optional)</span>}
      </label>
      <ElementView
        blockId={blockId}
        element={element}
        field={{
          id,
          labelId: `${id}-label`,
          describedBy: describedBy || undefined,
          invalid: error !== undefined,
          required: !optional,
          dispatches: dispatch_action === true,
        }}
      />
      {error && (
        <p class="input-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="input-hint" id={`${id}-hint`}>
          <PlainText text={hint.text} />
        </p>
      )}
    </div>
  );
}
