import { addAliases, withText } from './attributes.js';
import { oneLine } from './cell-text.js';
import type { DraftCompetency } from './draft.js';
import { identity } from './identity.js';
import type { Ledger } from './ledger.js';
import type { Statement } from './statements.js';

type CompetencyCells = Statement['competency'];

/** Finds the competencies of statements, in the order in which they first appear. */
export class Competencies {
  readonly all: DraftCompetency[] = [];
  readonly #ledger: Ledger;
  readonly #byId = new Map<string, DraftCompetency>();
  /** The groups in which each name stands. */
  readonly #groups = new Map<string, Set<string>>();

  constructor(statements: readonly Statement[], ledger: Ledger) {
    this.#ledger = ledger;
    for (const { competency } of statements) {
      if (!competency.competency) continue;
      const id = identity(competency.competency.text);
      const groups = this.#groups.get(id) ?? new Set();
      if (competency.group) groups.add(identity(competency.group.text));
      this.#groups.set(id, groups);
    }
  }

  /**
   * Returns the competency that these cells name; undefined if they name none, or a new one without
   * `create`.
   */
  find(cells: CompetencyCells, { create }: { create: boolean }): DraftCompetency | undefined {
    const { competency: cell, group } = cells;
    if (!cell) return undefined;
    const own = identity(cell.text);
    const isShared = (this.#groups.get(own)?.size ?? 0) > 1;
    const id = isShared ? `${own}\n${identity(group?.text)}` : own;
    const known = this.#byId.get(id);
    if (!known && !create) return undefined;
    const name = oneLine(cell.text);
    const groupName = group && oneLine(group.text);
    const found = known ?? {
      // The same name in two groups is two competencies, which need names of their own.
      name: isShared && groupName ? `${name} (${groupName})` : name,
      ...{ group: groupName, summary: undefined, aliases: [], levels: [], cell },
    };
    if (!known) {
      this.#byId.set(id, found);
      this.all.push(found);
    }
    found.group ??= groupName;
    this.#ledger.use(cell, group);
    this.#describe(found, cells);
    return found;
  }

  #describe(competency: DraftCompetency, cells: CompetencyCells): void {
    const summary = cells['competency-summary'];
    const aliases = cells['competency-aliases'];
    competency.summary = withText(competency.summary, summary);
    addAliases(competency.aliases, aliases);
    this.#ledger.use(summary, aliases);
  }
}
