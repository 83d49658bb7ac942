import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '../../contract.js';
import { focusableIn, focusInto } from './focus.js';

/**
 * Scrolls a new page of the same modal to its top and focuses it. A small update moves nothing, and
 * a modal that becomes visible again has its focus restored.
 */
export function usePageTurn(box: RefObject<HTMLDivElement | null>, view: View, top: boolean): void {
  const last = useRef<Element>(null);
  const firstInput = view.blocks.find((block) => block.type === 'input')?.block_id;
  // The same inputs under another title count as the same page.
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
    // Changing the person with the arrow keys must not move the focus into a modal.
    if (document.activeElement?.closest('.people')) return;
    focusInto(shown);
  }, [page]);
  useLayoutEffect(() => {
    const shown = box.current;
    // The focused element may have been hidden or removed by an update.
    if (!shown || !top || document.activeElement !== document.body) return;
    const back = last.current;
    if (back instanceof HTMLElement && back.isConnected) back.focus();
    else (focusableIn(shown)[0] ?? shown).focus();
  }, [view.hash, top]);
}
