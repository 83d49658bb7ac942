import type { Person, Transaction } from '../../database/index.js';
import type { Context } from '../context.js';

type Database = Pick<Context['db'] | Transaction, 'person'>;
type Where = NonNullable<Parameters<Database['person']['findMany']>[0]>['where'] & object;

/** So many people are read at a time. */
const pageSize = 1000;

/** Reads people by the thousand, in the order of their ids. */
export async function* peopleByPages(db: Database, where: Where): AsyncGenerator<Person[]> {
  let after: string | undefined;
  for (;;) {
    const people = await db.person.findMany({
      where: { ...where, ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: pageSize,
    });
    if (people.length > 0) yield people;
    if (people.length < pageSize) return;
    after = people.at(-1)?.id;
  }
}
