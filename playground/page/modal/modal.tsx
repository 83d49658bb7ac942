import { useId, useRef, useState } from 'preact/hooks';
import { type ActionResult, paths, type View } from '../../contract.js';
import { Blocks } from '../blocks/blocks.js';
import { BackIcon, CloseIcon, WarningIcon } from '../icons.js';
import { post } from '../live/requests.js';
import { useRoom } from '../live/room.js';
import { SurfaceContext } from '../live/surface.js';
import { useSurfaceInputs } from '../live/use-surface-inputs.js';
import { PlainText } from '../text/formatted.js';
import { focusInto, trapTab } from './focus.js';
import { usePageTurn } from './use-page-turn.js';

interface Props {
  view: View;
  /** How many modals are below. */
  below: number;
  /** Whether it is the visible one. */
  top: boolean;
}

/** A modal of the stack. Inputs survive every failure, update and further modal. */
export function Modal({ view, below, top }: Props) {
  const { live, me } = useRoom();
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const inputs = useSurfaceInputs({ type: 'view', viewId: view.id }, view.values);
  const working = busy || view.busy;
  const failure = problem ?? view.failure;

  const submit = async () => {
    if (working || !view.submit) return;
    setBusy(true);
    setProblem(undefined);
    const result = await inputs.sendAll(paths.submit, { viewId: view.id });
    setBusy(false);
    setProblem(failureText(result));
    if (result.errors && box.current) focusInto(box.current);
  };
  const close = async (all: boolean) => {
    await inputs.flush();
    const result = await post(paths.close, { as: me.id, viewId: view.id, all });
    setProblem(failureText(result));
    await live.refresh();
  };

  usePageTurn(box, view, top);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a stray press from moving the focus
    <div
      class="backdrop"
      hidden={!top}
      onMouseDown={(event) => {
        // A press beside the modal must not move the focus.
        if (event.target === event.currentTarget) event.preventDefault();
      }}
    >
      {below > 0 && <div class="modal-below" aria-hidden="true" />}
      <div
        ref={box}
        class="modal"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        aria-busy={working}
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.key === 'Escape') void close(false);
          else if (box.current) trapTab(event, box.current);
        }}
      >
        <header class="modal-head">
          {below > 0 && (
            <button
              type="button"
              class="icon-button"
              aria-label="Back"
              onClick={() => void close(false)}
            >
              <BackIcon />
            </button>
          )}
          <h2 id={titleId}>
            <PlainText text={view.title ?? ''} />
          </h2>
          <button
            type="button"
            class="icon-button"
            aria-label="Close all"
            onClick={() => void close(true)}
          >
            <CloseIcon />
          </button>
        </header>
        {failure && (
          <p class="modal-failure" role="alert">
            <WarningIcon /> {failure}
          </p>
        )}
        <div class="modal-body">
          <SurfaceContext.Provider
            value={{
              ...inputs,
              error: (blockId) => view.errors[blockId],
              submit: () => void submit(),
            }}
          >
            <Blocks blocks={view.blocks} />
          </SurfaceContext.Provider>
        </div>
        <footer class="modal-foot">
          <button type="button" class="button" onClick={() => void close(false)}>
            {view.close ?? (view.submit ? 'Cancel' : 'Close')}
          </button>
          {view.submit && (
            <button
              type="button"
              class={`button button--primary${working ? ' button--busy' : ''}`}
              aria-busy={working}
              onClick={() => void submit()}
            >
              <PlainText text={view.submit} />
            </button>
          )}
        </footer>
      </div>
    </div>
  );
}

function failureText(result: ActionResult): string | undefined {
  return result.ok || result.errors ? undefined : result.problem;
}
