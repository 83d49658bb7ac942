import { AsyncLocalStorage } from 'node:async_hooks';

const locales = new AsyncLocalStorage<string>();

/** Runs work whose texts are for a person with this locale: `dayText` writes the days accordingly. */
export function asReadIn<T>(locale: string | undefined, work: () => T): T {
  return locale === undefined ? work() : locales.run(locale, work);
}

/** Returns the locale of the reader of the current text; 'en-GB' where it is unknown. */
export function readersLocale(): string {
  return locales.getStore() ?? 'en-GB';
}
