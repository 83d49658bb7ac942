import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Element } from '../blocks/shapes.js';
import { Confirmation } from './confirmation.js';

/** Runs an action at once, or after a confirmation where the element asks for one. */
export function useConfirmed(element: Element): {
  ask(action: () => void): void;
  dialog: ComponentChildren;
} {
  const [waiting, setWaiting] = useState<{ action: () => void }>();
  const { confirm } = element;
  return {
    ask: (action) => (confirm ? setWaiting({ action }) : action()),
    dialog: confirm && waiting && (
      <Confirmation
        confirmation={confirm}
        onAnswer={(yes) => {
          setWaiting(undefined);
          if (yes) waiting.action();
        }}
      />
    ),
  };
}
