import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Container, InputValue } from '../../contract.js';

/** The message, modal or Home that contains blocks: stores inputs and sends actions. */
export interface Surface {
  container: Container;
  /** Undefined: the element's initial value applies. */
  value(blockId: string, actionId: string): InputValue | undefined;
  error(blockId: string): string | undefined;
  /** Sends a press of a button or a choice at once. */
  take(blockId: string, actionId: string, value?: InputValue): Promise<void>;
  /** Stores typed text at once and sends it after a short pause. */
  type(blockId: string, actionId: string, text: string): void;
  /** Enter in a single line. */
  enter(blockId: string, actionId: string): void;
  /** Command and Enter in a longer text. */
  submit?(): void;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

/** Throws outside of a message, modal or Home. */
export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('Used outside of a surface');
  return surface;
}
