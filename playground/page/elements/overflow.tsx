import { useRef, useState } from 'preact/hooks';
import { MoreIcon } from '../icons.js';
import { useSurface } from '../live/surface.js';
import type { ElementProps } from './element.js';
import { Menu } from './menu.js';
import { useConfirmed } from './use-confirmed.js';

/** The three dots with a menu of actions. */
export function Overflow({ blockId, element, label }: ElementProps) {
  const surface = useSurface();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { ask, dialog } = useConfirmed(element);
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  const items = (element.options ?? []).map((option) => ({
    label: option.text.text,
    hint: option.description?.text,
    run: () => {
      if (option.url && /^https?:/i.test(option.url)) window.open(option.url, '_blank', 'noopener');
      ask(() => void surface.take(blockId, element.action_id, option.value));
    },
  }));
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class="button button--icon"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={element.accessibility_label ?? `More to do${label ? `: ${label}` : ''}`}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </button>
      {open && <Menu anchor={anchor} items={items} onClose={close} />}
      {dialog}
    </>
  );
}
