import { addAliases, withText } from './attributes.js';
import { oneLine, yearsOf } from './cell-text.js';
import type { DraftRung, DraftTrack } from './draft.js';
import type { RungField } from './fields.js';
import { identity } from './identity.js';
import type { Ledger } from './ledger.js';
import type { Cell } from './sheet.js';
import { dateProblem } from './spreadsheet-dates.js';
import type { Statement } from './statements.js';
import { codeInTitle, titleOf } from './titles.js';

type RungCells = Statement['rung'];

/** Finds the rungs and tracks of statements, in the order in which they first appear. */
export class Rungs {
  readonly tracks: DraftTrack[] = [];
  readonly rungs: DraftRung[] = [];
  readonly #ledger: Ledger;
  readonly #byId = new Map<string, DraftRung>();
  readonly #trackById = new Map<string, DraftTrack>();
  /** The only level or track that a role has, for rows that leave it out. */
  readonly #only: { level: Map<string, Cell | null>; track: Map<string, Cell | null> };

  constructor(statements: readonly Statement[], ledger: Ledger) {
    this.#ledger = ledger;
    const all = statements.map(({ rung }) => rung);
    this.#only = {
      track: onlyOnes(all, 'track', (rung) => identity(titleOf(rung))),
      level: onlyOnes(all, 'level', (rung) => identity(titleOf(rung)) + identity(rung.track?.text)),
    };
  }

  /**
   * Returns the rung that these cells name; undefined if they name none, or a new one without
   * `create`.
   */
  find(cells: RungCells, { create }: { create: boolean }): DraftRung | undefined {
    const title = titleOf(cells);
    if (title === undefined) return undefined;
    const trackCell = cells.track ?? this.#only.track.get(identity(title)) ?? undefined;
    const levelCell =
      cells.level ??
      this.#only.level.get(identity(title) + identity(trackCell?.text)) ??
      this.#only.level.get(identity(title)) ??
      undefined;
    const level = levelCell ? oneLine(levelCell.text) : codeInTitle(cells);
    const id = [trackCell?.text, title, level].map(identity).join('\n');
    const known = this.#byId.get(id);
    if (!known && !create) return undefined;
    const track = trackCell && this.#track(trackCell, cells.family);
    const source = cells.role ?? cells.level;
    if (!source) return undefined;
    const rung = known ?? {
      ...{ title, level, track, cell: source, aliases: [], expectations: new Map() },
      ...{ years: undefined, summary: undefined, order: undefined },
    };
    if (!known) {
      this.#byId.set(id, rung);
      this.rungs.push(rung);
    }
    this.#ledger.use(cells.role, cells.level, cells.track, cells.family);
    this.#describe(rung, cells);
    return rung;
  }

  #track(cell: Cell, family: Cell | undefined): DraftTrack {
    const id = identity(cell.text);
    const track = this.#trackById.get(id) ?? { name: oneLine(cell.text), family: undefined, cell };
    track.family ??= family && oneLine(family.text);
    if (!this.#trackById.has(id)) this.tracks.push(track);
    this.#trackById.set(id, track);
    return track;
  }

  #describe(rung: DraftRung, { years, summary, aliases, order }: RungCells): void {
    if (years) {
      rung.years ??= yearsOf(years.text);
      if (yearsOf(years.text)) this.#ledger.use(years);
      else if (!dateProblem(years))
        this.#ledger.leaveOut(years, 'no number of years can be read from it, such as 2-4 or 5+');
    }
    rung.summary = withText(rung.summary, summary);
    addAliases(rung.aliases, aliases);
    this.#ledger.use(summary, aliases);
    if (!order) return;
    const number = Number(order.text.replace(',', '.'));
    if (Number.isFinite(number)) rung.order ??= number;
    else
      this.#ledger.refuse(
        order,
        `The order "${order.text}" is no number. Number the rungs from the lowest.`,
      );
    this.#ledger.leaveOut(order, 'it is the order, in which the roles stand now');
  }
}

/** Returns for each key the only cell of a field that occurs with it, or null for several. */
function onlyOnes(all: RungCells[], field: RungField, key: (rung: RungCells) => string) {
  const found = new Map<string, Cell | null>();
  for (const rung of all) {
    const cell = rung[field];
    if (!cell || titleOf(rung) === undefined) continue;
    const known = found.get(key(rung));
    const isOther = known === null || (known && identity(known.text) !== identity(cell.text));
    found.set(key(rung), isOther ? null : cell);
  }
  return found;
}
