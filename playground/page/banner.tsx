import { PanelIcon } from './icons.js';

interface Props {
  connected: boolean;
  refusals: number;
  panelOpen: boolean;
  onPanel(): void;
}

/** Explains the page, and shows whether the playground is still running. */
export function Banner({ connected, refusals, panelOpen, onPanel }: Props) {
  return (
    <header class="banner">
      <p class="banner-words">
        <b>Playground.</b> A copy of Slack on your own machine, with made-up people. Nothing leaves
        it.
      </p>
      {!connected && (
        <p class="banner-lost" role="status">
          Not connected. Trying again…
        </p>
      )}
      {refusals > 0 && <p class="banner-lost">{refusals} refused</p>}
      <button
        type="button"
        class="icon-button banner-panel"
        aria-label="Behind the scenes"
        aria-expanded={panelOpen}
        onClick={onPanel}
      >
        <PanelIcon />
      </button>
    </header>
  );
}
