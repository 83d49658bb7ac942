import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Channel, paths } from '../../contract.js';
import { SendIcon, WarningIcon } from '../icons.js';
import { post } from '../live/requests.js';
import { useRoom } from '../live/room.js';
import { CommandHints } from './command-hints.js';
import { ShortcutMenu } from './shortcut-menu.js';

/** Sent texts by person, newest last. */
const sentBefore = new Map<string, string[]>();

/** Unsent texts by person and channel. */
const drafts = new Map<string, string>();

/** The draft whose line takes the focus as soon as it is there. */
let begun: string | undefined;

/** Begins a command in a channel that is opened next; a draft there stays. */
export function beginCommand(personId: string, channelId: string): void {
  const key = keyOf(personId, channelId);
  if (!drafts.get(key)) drafts.set(key, '/');
  begun = key;
}

interface Props {
  channel: Channel;
  name: string;
  onSend(): void;
}

/** Sends texts and slash commands. A text that could not be sent stays in the field. */
export function Composer({ channel, name, onSend }: Props) {
  const { me, state, live } = useRoom();
  const draftKey = keyOf(me.id, channel.id);
  const [text, setText] = useState(drafts.get(draftKey) ?? '');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const [active, setActive] = useState(0);
  const [back, setBack] = useState(0);
  const line = useRef<HTMLTextAreaElement>(null);
  const hints = /^\/\S*$/.test(text)
    ? state.app.commands.filter((one) => one.command.startsWith(text) && one.command !== text)
    : [];
  const history = sentBefore.get(me.id) ?? [];

  const write = (next: string) => {
    setText(next);
    setProblem('');
    setActive(0);
    line.current?.focus();
  };
  const send = async () => {
    const written = text.trim();
    if (written === '' || busy) return;
    sentBefore.set(me.id, [...history, written]);
    setBack(0);
    setBusy(true);
    onSend();
    const [command = '', rest = ''] = split(written);
    const known = state.app.commands.some((one) => one.command === command);
    if (written.startsWith('/') && !known) {
      setProblem(`${command} is not a command here. ${commandList(state.app.commands)}`);
    } else {
      const result = known
        ? await post(paths.command, { as: me.id, command, text: rest, channel: channel.id })
        : await post(paths.message, { as: me.id, channel: channel.id, text: written });
      // Slackbot has posted the app's failure in the conversation.
      setProblem(result.request ? '' : (result.problem ?? ''));
      if (result.ok) setText((now) => (now.trim() === written ? '' : now));
      await live.refresh();
    }
    setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const hint = hints[active];
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (hint && move) {
      event.preventDefault();
      setActive((active + move + hints.length) % hints.length);
    } else if (hint && (event.key === 'Tab' || event.key === 'Enter')) {
      event.preventDefault();
      write(`${hint.command} `);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void send();
    } else if (move && (text === '' || back > 0)) {
      const next = Math.min(Math.max(back - move, 0), history.length);
      event.preventDefault();
      write(history.at(-next) && next > 0 ? (history.at(-next) ?? '') : '');
      setBack(next);
    } else if (event.key === 'Escape') write('');
  };
  useLayoutEffect(() => {
    if (begun !== draftKey) return;
    begun = undefined;
    line.current?.focus();
    line.current?.setSelectionRange(text.length, text.length);
  }, [draftKey]);
  useEffect(() => {
    drafts.set(draftKey, text);
    grow(line.current);
  }, [draftKey, text]);

  return (
    <div class="composer">
      {hints.length > 0 && (
        <CommandHints commands={hints} active={active} onPick={(one) => write(`${one.command} `)} />
      )}
      {problem && (
        <p class="composer-problem" role="alert">
          <WarningIcon /> {problem}
        </p>
      )}
      <div class="composer-box">
        <ShortcutMenu />
        <textarea
          ref={line}
          id="composer"
          rows={1}
          value={text}
          placeholder={`Message ${name}`}
          aria-label={`Message ${name}`}
          aria-controls={hints.length > 0 ? 'command-hints' : undefined}
          aria-activedescendant={hints.length > 0 ? `command-hint-${active}` : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
            setBack(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          class="send"
          aria-label="Send"
          aria-busy={busy}
          disabled={text.trim() === ''}
          onClick={() => void send()}
        >
          <SendIcon />
        </button>
      </div>
    </div>
  );
}

function keyOf(personId: string, channelId: string): string {
  return `${personId}/${channelId}`;
}

function split(written: string): [string, string] {
  const [command = ''] = written.split(/\s/, 1);
  return [command, written.slice(command.length).trim()];
}

function commandList(commands: { command: string }[]): string {
  return `Try ${commands.map((one) => one.command).join(' or ')}.`;
}

function grow(line: HTMLTextAreaElement | null): void {
  if (!line) return;
  line.style.height = 'auto';
  line.style.height = `${Math.min(line.scrollHeight, 200)}px`;
}
