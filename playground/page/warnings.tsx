import { useCallback, useRef, useState } from 'preact/hooks';
import { CloseIcon, WarningIcon } from './icons.js';

const shownFor = 8000;

/** Recent problems. The same problem twice is shown once. */
export function useWarnings(): {
  warnings: string[];
  warn(problem: string): void;
  drop(problem: string): void;
} {
  const [warnings, setWarnings] = useState<string[]>([]);
  const timers = useRef(new Map<string, number>());
  const drop = useCallback((problem: string) => {
    setWarnings((now) => now.filter((one) => one !== problem));
  }, []);
  const warn = useCallback((problem: string) => {
    setWarnings((now) => (now.includes(problem) ? now : [...now, problem].slice(-3)));
    window.clearTimeout(timers.current.get(problem));
    timers.current.set(
      problem,
      window.setTimeout(() => drop(problem), shownFor),
    );
  }, []);
  return { warnings, warn, drop };
}

export function Warnings({
  warnings,
  onDrop,
}: {
  warnings: string[];
  onDrop(problem: string): void;
}) {
  return (
    <div class="warnings" role="alert">
      {warnings.map((problem) => (
        <p key={problem} class="warning">
          <WarningIcon />
          <span>{problem}</span>
          <button
            type="button"
            class="icon-button"
            aria-label="Dismiss"
            onClick={() => onDrop(problem)}
          >
            <CloseIcon />
          </button>
        </p>
      ))}
    </div>
  );
}
