import type { AppInfo } from '../../contract.js';

type Command = AppInfo['commands'][number];

interface Props {
  commands: Command[];
  active: number;
  onPick(command: Command): void;
}

/** Lists the app's commands while a slash is typed. */
export function CommandHints({ commands, active, onPick }: Props) {
  return (
    <div id="command-hints" class="command-hints" role="listbox" aria-label="Commands">
      {commands.map((one, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the line below keeps the focus and listens to the keys
        <div
          key={one.command}
          id={`command-hint-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          class={index === active ? 'command-hint command-hint--active' : 'command-hint'}
          onClick={() => onPick(one)}
        >
          <span class="command-name">{one.command}</span>{' '}
          <span class="command-usage">{one.usageHint}</span>
          <span class="command-description">{one.description}</span>
        </div>
      ))}
    </div>
  );
}
