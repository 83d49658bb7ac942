import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Person, paths, type State } from '../contract.js';
import { Announcer } from './announcer.js';
import { Banner } from './banner.js';
import { SlackWindow } from './chat/slack-window.js';
import type { Live, Snapshot } from './live/live.js';
import { post } from './live/requests.js';
import { type Room, RoomContext } from './live/room.js';
import { useUnread } from './live/unread.js';
import { useLive } from './live/use-live.js';
import { Panel } from './panel/panel.js';
import { People } from './people/people.js';
import { useKeys } from './use-keys.js';
import { useWarnings, Warnings } from './warnings.js';

/** The whole page, once the state is loaded. */
export function App() {
  const { live, snapshot } = useLive();
  const { state } = snapshot;
  const people = state?.people.filter((one) => !one.isBot) ?? [];
  const [chosen, setChosen] = useState(() => location.hash.slice(1));
  const me = people.find((one) => one.id === chosen) ?? people[0];
  if (!state || !me) return <p class="loading">Opening the playground…</p>;
  const choose = (person: Person) => {
    history.replaceState(null, '', `#${person.id}`);
    setChosen(person.id);
  };
  return (
    <Page live={live} snapshot={snapshot} state={state} people={people} me={me} onChoose={choose} />
  );
}

interface Props {
  live: Live;
  snapshot: Snapshot;
  state: State;
  people: Person[];
  me: Person;
  onChoose(person: Person): void;
}

function Page({ live, snapshot, state, people, me, onChoose }: Props) {
  const { warnings, warn, drop } = useWarnings();
  const [tab, goTo] = useTab(live, state, me);
  const unread = useUnread(state, me.id, tab);
  const [panelOpen, setPanelOpen] = useState(false);
  const room = useMemo((): Room => {
    const now = new Date(state.clock.now);
    return {
      live,
      state,
      me,
      reader: { tz: me.tz, locale: me.locale, now },
      person: (id) => state.people.find((one) => one.id === id),
      channel: (id) => state.channels.find((one) => one.id === id),
      warn,
      goTo,
    };
  }, [live, state, me, warn, goTo]);
  useKeys(room, people, onChoose);
  return (
    <RoomContext.Provider value={room}>
      <div class={panelOpen ? 'page page--panel' : 'page'}>
        <Banner
          connected={snapshot.connected}
          refusals={state.refusals.length}
          panelOpen={panelOpen}
          onPanel={() => setPanelOpen(!panelOpen)}
        />
        <People people={people} unread={unread} onChoose={onChoose} />
        <SlackWindow tab={tab} unread={unread} />
        <Panel clock={snapshot.clock} />
      </div>
      <Warnings warnings={warnings} onDrop={drop} />
      <Announcer />
    </RoomContext.Provider>
  );
}

/** The tab on screen: changed at once, and posted to the local Slack, which sends it to the app. */
function useTab(live: Live, state: State, me: Person): [string, (tab: string) => void] {
  const [ahead, setAhead] = useState<{ me: string; tab: string }>();
  const kept = state.seats[me.id]?.tab ?? 'home';
  // In order: the last tab on screen must be the last one posted.
  const lastPost = useRef<Promise<unknown>>(Promise.resolve());
  const postTab = (tab: string) => {
    lastPost.current = lastPost.current.then(() => post(paths.tab, { as: me.id, tab }));
    return lastPost.current;
  };
  const goTo = async (tab: string) => {
    setAhead({ me: me.id, tab });
    await postTab(tab);
    await live.refresh();
    setAhead((now) => (now?.me === me.id && now.tab === tab ? undefined : now));
  };
  // Choosing a person posts their tab, so that the app can publish their Home.
  useLayoutEffect(() => {
    if (!me.deleted) void postTab(kept);
  }, [me.id]);
  return [ahead?.me === me.id ? ahead.tab : kept, goTo];
}
