import type { Draft, DraftRung } from './draft.js';
import { identity } from './identity.js';
import type { Ledger } from './ledger.js';
import { type ChosenOrder, type Ordered, orderRungs, unknownNames } from './order.js';

/** Puts a ladder's rungs in order: by track, the lowest first. Asks in the ledger for what is open. */
export function orderDraft(draft: Draft, ledger: Ledger, chosen: ChosenOrder | undefined): Draft {
  if (chosen === 'none') return separated(draft, ledger);
  const groups = groupsOf(draft);
  const first = groups.map((rungs) => orderRungs(rungs, chosen));
  const usual = usualOrder(first);
  const ordered = first.map((one, place): Ordered => {
    const rungs = groups[place] ?? [];
    return 'problem' in one && usual ? orderRungs(rungs, chosen, usual) : one;
  });
  const names = typeof chosen === 'object' ? unknownNames(draft.rungs, chosen) : [];
  const [rung] = draft.rungs;
  for (const name of names) if (rung) ledger.refuse({ row: rung.cell.row }, name);
  const rungs = ordered.flatMap((one, place) => {
    const [lowest] = groups[place] ?? [];
    if ('rungs' in one) {
      describe(one, lowest, 'problem' in (first[place] ?? {}), ledger);
      return one.rungs;
    }
    if (lowest) ledger.refuse(lowest.cell, one.problem);
    return groups[place] ?? [];
  });
  return { ...draft, rungs };
}

/** Gives each rung a track of its own, in a family of its track's name. */
function separated(draft: Draft, ledger: Ledger): Draft {
  const rungs = draft.rungs.map((rung) => {
    const { title, level, cell, track: before } = rung;
    const isShared = draft.rungs.some(
      (other) => other !== rung && identity(other.title) === identity(title),
    );
    const name = isShared ? [before?.name, title, level].filter(Boolean).join(' ') : title;
    return { ...rung, track: { name, family: before?.name ?? before?.family, cell } };
  });
  ledger.taken.push(`each of the ${rungs.length} roles has a track of its own, as you said`);
  return { ...draft, rungs, tracks: rungs.map(({ track }) => track) };
}

function groupsOf({ tracks, rungs }: Draft): DraftRung[][] {
  const groups = [undefined, ...tracks].map((track) =>
    rungs.filter((rung) => rung.track === track),
  );
  return groups.filter((group) => group.length > 0);
}

/** What all tracks do whose order the file says; undefined where they differ. */
function usualOrder(ordered: readonly Ordered[]): 'as written' | 'reversed' | undefined {
  const found = ordered.flatMap((one) =>
    'how' in one && one.how !== 'the only one' ? [one.how] : [],
  );
  const [how] = found;
  const isOne = found.every((one) => one === how);
  return isOne && (how === 'as written' || how === 'reversed') ? how : undefined;
}

function describe(
  { rungs, how }: Extract<Ordered, { how: string }>,
  first: DraftRung | undefined,
  isGuess: boolean,
  ledger: Ledger,
): void {
  if (rungs.length < 2) return;
  const titles = rungs.map(({ title, level }) =>
    level && level !== title ? `${title} (${level})` : title,
  );
  const shown = titles.length > 12 ? [...titles.slice(0, 6), '…', ...titles.slice(-3)] : titles;
  const where = first?.track ? `of ${first.track.name} ` : '';
  ledger.taken.push(`rungs ${where}from the lowest, ${how}: ${shown.join(' · ')}`);
  if (!isGuess) return;
  ledger.hints.push(
    `Nothing says which rung ${where}comes first; they stand ${how}, like the others.`,
  );
}
