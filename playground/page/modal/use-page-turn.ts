import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '../../contract.js';
import { focusableIn, focusInto } from './focus.js';

/**
 * A new page in the same modal starts at its top, with the focus in it. A small update moves
 * nothing, and a modal that comes back to light has the focus where it was.
 */
export function usePageTurn(box: RefObject<HTMLDivElement | null>, view: View, top: boolean): void {
  const last = useRef<Element>(null);
  const firstInput = view.blocks.find((block) => block.type === 'input')?.block_id;
  // The same inputs under another title are still the same page to those who type.
  const page = `${view.id} ${firstInput ?? view.title}`;
  useLayoutEffect(() => {
    const shown = box.current;
    if (!shown) return;
    const note = () => {
      last.current = document.activeElement;
    };
    shown.addEventListener('focusin', note);
    return () => shown.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    const shown = box.current;
    if (!shown || !top) return;
    shown.querySelector('.modal-body')?.scrollTo(0, 0);
    // Whoever goes through the people with the arrow keys is not held up by a modal.
    if (document.activeElement?.closest('.people')) return;
    focusInto(shown);
  }, [page]);
  useLayoutEffect(() => {
    const shown = box.current;
    // What had the focus may have been hidden, or gone with an update.
    if (!shown || !top || document.activeElement !== document.body) return;
    const back = last.current;
    if (back instanceof HTMLElement && back.isConnected) back.focus();
    else (focusableIn(shown)[0] ?? shown).focus();
  }, [view.hash, top]);
}
