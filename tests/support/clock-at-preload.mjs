// Loaded into a process before all else: its clock runs from CLOCK_AT on.
const offsetMs = Date.parse(process.env.CLOCK_AT ?? '') - Date.now();

globalThis.Date = new Proxy(Date, {
  construct: (target, parts, newTarget) =>
    Reflect.construct(target, parts.length === 0 ? [target.now() + offsetMs] : parts, newTarget),
  get: (target, key) =>
    key === 'now' ? () => target.now() + offsetMs : Reflect.get(target, key, target),
});
