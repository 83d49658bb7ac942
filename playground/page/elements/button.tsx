import { useState } from 'preact/hooks';
import { useSurface } from '../live/surface.js';
import { PlainText } from '../text/formatted.js';
import type { ElementProps } from './element.js';
import { useConfirmed } from './use-confirmed.js';

/** A button; one with a URL also opens it. */
export function Button({ blockId, element }: ElementProps) {
  const surface = useSurface();
  const [busy, setBusy] = useState(false);
  const { ask, dialog } = useConfirmed(element);
  const press = async () => {
    setBusy(true);
    await surface.take(blockId, element.action_id);
    setBusy(false);
  };
  const classes = `button${element.style ? ` button--${element.style}` : ''}${busy ? ' button--busy' : ''}`;
  const content = <PlainText text={element.text?.text ?? ''} />;
  if (element.url && /^(?:https?|slack):/i.test(element.url)) {
    return (
      <a
        class={classes}
        href={element.url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={element.accessibility_label}
        onClick={() => void press()}
      >
        {content}
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        class={classes}
        aria-label={element.accessibility_label}
        aria-busy={busy}
        onClick={() => !busy && ask(() => void press())}
      >
        {content}
      </button>
      {dialog}
    </>
  );
}
