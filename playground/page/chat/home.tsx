import { Blocks } from '../blocks/blocks.js';
import { useRoom } from '../live/room.js';
import { SurfaceContext } from '../live/surface.js';
import { useSurfaceInputs } from '../live/use-surface-inputs.js';

/** The app's Home as published for this person. */
export function Home() {
  const { state, me } = useRoom();
  const view = state.seats[me.id]?.home;
  const inputs = useSurfaceInputs({ type: 'home' }, view?.values ?? {});
  return (
    <div class="home" role="tabpanel" id="tab-panel" aria-labelledby="tab-home">
      {view ? (
        <SurfaceContext.Provider value={{ ...inputs, error: (blockId) => view.errors[blockId] }}>
          <Blocks blocks={view.blocks} />
        </SurfaceContext.Provider>
      ) : (
        <p class="home-empty">{state.app.name} has shown nothing here yet.</p>
      )}
    </div>
  );
}
