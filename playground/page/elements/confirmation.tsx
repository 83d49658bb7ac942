import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Confirmation as Shape } from '../blocks/shapes.js';
import { PlainText, Text } from '../text/formatted.js';

interface Props {
  confirmation: Shape;
  onAnswer(yes: boolean): void;
}

/** Asks before an action is sent. A native dialog traps the focus and restores it. */
export function Confirmation({ confirmation, onAnswer }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const answer = (yes: boolean) => {
    // Closing restores the focus, which removing the element would not.
    dialog.current?.close();
    onAnswer(yes);
  };
  const style = confirmation.style ?? 'primary';
  return (
    <dialog
      ref={dialog}
      class="confirmation"
      aria-labelledby="confirmation-title"
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id="confirmation-title">
        <PlainText text={confirmation.title.text} />
      </h2>
      <div class="confirmation-text">
        <Text text={confirmation.text} />
      </div>
      <div class="confirmation-buttons">
        <button type="button" class="button" onClick={() => answer(false)}>
          {confirmation.deny.text}
        </button>
        <button type="button" class={`button button--${style}`} onClick={() => answer(true)}>
          {confirmation.confirm.text}
        </button>
      </div>
    </dialog>
  );
}
