import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Container, InputValue } from '../../contract.js';

/** The message, modal or Home in which blocks stand: it holds what was typed and takes actions. */
export interface Surface {
  container: Container;
  /** undefined: nothing known, so the element's initial value counts. */
  value(blockId: string, actionId: string): InputValue | undefined;
  error(blockId: string): string | undefined;
  /** A press of a button or a choice: goes out at once. */
  take(blockId: string, actionId: string, value?: InputValue): Promise<void>;
  /** A letter more or less: shown at once, goes out after a short pause. */
  type(blockId: string, actionId: string, text: string): void;
  /** Enter in a single line. */
  enter(blockId: string, actionId: string): void;
  /** Command and Enter in a long text. */
  submit?(): void;
}

export const SurfaceContext = createContext<Surface | undefined>(undefined);

/** Throws outside of a message, modal or Home. */
export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('Used outside of a surface');
  return surface;
}
