import { useLayoutEffect, useRef } from 'preact/hooks';

interface Opener {
  element: Element | null;
  id: string;
}

/** Restores the focus to what opened the modal, or to the message field if that is gone. */
export function useFocusBack(open: boolean): void {
  const opener = useRef<Opener | undefined>(undefined);
  // Read while rendering: once the rest is inert the browser has moved the focus.
  if (open && !opener.current) {
    opener.current = { element: document.activeElement, id: document.activeElement?.id ?? '' };
  }
  useLayoutEffect(() => {
    if (open) return;
    const back = opener.current;
    opener.current = undefined;
    if (!back) return;
    const element = back.element?.isConnected ? back.element : document.getElementById(back.id);
    const usable =
      element instanceof HTMLElement && element !== document.body ? element : undefined;
    const fallback = document.getElementById('composer') ?? document.getElementById('tab-home');
    (usable ?? fallback)?.focus();
  }, [open]);
}
