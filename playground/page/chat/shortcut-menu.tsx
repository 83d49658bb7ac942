import { useRef, useState } from 'preact/hooks';
import { paths } from '../../contract.js';
import { Menu } from '../elements/menu.js';
import { BoltIcon } from '../icons.js';
import { post } from '../live/requests.js';
import { useRoom } from '../live/room.js';

/** The app's global shortcuts, if there are any. */
export function ShortcutMenu() {
  const { state, me, warn } = useRoom();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const shortcuts = state.app.shortcuts.filter((one) => one.type === 'global');
  if (shortcuts.length === 0) return null;
  const items = shortcuts.map((one) => ({
    label: one.name,
    run: async () => {
      const result = await post(paths.shortcut, { as: me.id, callbackId: one.callbackId });
      if (result.problem) warn(result.problem);
    },
  }));
  return (
    <>
      <button
        ref={anchor}
        type="button"
        class="icon-button"
        aria-label="Shortcuts"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <BoltIcon />
      </button>
      {open && <Menu anchor={anchor} items={items} onClose={() => setOpen(false)} />}
    </>
  );
}
