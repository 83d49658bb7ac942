import { useRef, useState } from 'preact/hooks';
import { type Message, paths } from '../../contract.js';
import { Menu } from '../elements/menu.js';
import { MoreIcon } from '../icons.js';
import { post } from '../live/requests.js';
import { useRoom } from '../live/room.js';

/** "More actions": the app's message shortcuts. */
export function MessageMenu({ message }: { message: Message }) {
  const { state, me, warn } = useRoom();
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const shortcuts = state.app.shortcuts.filter((one) => one.type === 'message');
  if (shortcuts.length === 0) return null;
  const close = () => {
    setOpen(false);
    anchor.current?.focus();
  };
  const items = shortcuts.map((one) => ({
    label: one.name,
    hint: state.app.name,
    run: async () => {
      const { channel, ts } = message;
      const body = { as: me.id, callbackId: one.callbackId, channel, ts };
      const result = await post(paths.shortcut, body);
      if (result.problem) warn(result.problem);
    },
  }));
  return (
    <div class={open ? 'message-tools message-tools--open' : 'message-tools'}>
      <button
        ref={anchor}
        type="button"
        class="icon-button"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </button>
      {open && <Menu anchor={anchor} items={items} onClose={close} />}
    </div>
  );
}
