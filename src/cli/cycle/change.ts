import { Command, Option } from 'commander';
import {
  addCycle,
  type CycleAudience,
  type CycleChange,
  cancelCycle,
  closeCycle,
  foreseeAdding,
  foreseeCancelling,
  foreseeClosing,
  foreseeMoving,
  moveCycle,
} from '../../services/cycle/index.js';
import { type DayTotal, forecastCycle } from '../../services/reminder/index.js';
import { confirm } from '../confirm.js';
import { type Session, withSession } from '../session.js';
import type { Shell } from '../shell.js';
import { parseDay } from '../time.js';
import { userName } from '../user-name.js';
import { changedText, foreseenText } from './change-text.js';

interface Yes {
  yes?: boolean;
}

const yesOption = ['--yes', 'do it without asking'] as const;

/** `cycle add`, `cycle move`, `cycle close` and `cycle cancel`: each shows first what it would do, and asks. */
export function changeCommands(shell: Shell): Command[] {
  return [
    new Command('add')
      .description('add a cycle beside those of the cadence')
      .requiredOption('--review-on <date>', 'the day on which reviews start: 2027-03-24', parseDay)
      .option('--name <name>', 'what people read; default: its month, like May 2027')
      .addOption(new Option('--team <manager>', "for a manager's direct reports").conflicts('line'))
      .addOption(
        new Option('--line <manager>', 'for everybody below a manager').conflicts('people'),
      )
      .addOption(new Option('--people <person...>', 'for these people').conflicts('team'))
      .option(...yesOption)
      .action(({ yes, reviewOn, name, ...who }: Yes & Adding) =>
        run(shell, yes, (session) => {
          const asked = { ...inputOf(session), reviewOn, name, audience: audienceOf(who) };
          const { clock } = session.context;
          const foresee = async () => {
            const foreseen = await foreseeAdding(session.context, asked, (db, { after }) =>
              forecastCycle({ db, clock }, after),
            );
            return { ...foreseen, messages: foreseen.seen };
          };
          return [foresee, () => addCycle(session.context, asked)];
        }),
      ),
    new Command('move')
      .description('give a planned or open cycle another review date')
      .argument('<name>', 'the cycle, like "Q1 2027"')
      .requiredOption('--review-on <date>', 'the day on which reviews start: 2027-03-24', parseDay)
      .option(...yesOption)
      .action((name: string, { yes, reviewOn }: Yes & { reviewOn: string }) =>
        run(shell, yes, (session) => {
          const asked = { ...inputOf(session), name, reviewOn };
          const move = (foreseen: CycleChange) =>
            moveCycle(session.context, { ...asked, seen: foreseen.before?.reviewOn });
          return [() => foreseeMoving(session.context, asked), move];
        }),
      ),
    endingCommand(shell, {
      name: 'close',
      description: 'close the open cycle now: it takes no more check-ins',
      foresee: foreseeClosing,
      make: closeCycle,
    }),
    endingCommand(shell, {
      name: 'cancel',
      description: 'cancel a planned or open cycle; what people wrote stays theirs',
      foresee: foreseeCancelling,
      make: cancelCycle,
    }),
  ];
}

interface Ending {
  name: string;
  description: string;
  foresee: typeof foreseeClosing;
  make: typeof closeCycle;
}

/** A command that ends a cycle, which takes nothing but its name. */
function endingCommand(shell: Shell, { name, description, foresee, make }: Ending): Command {
  return new Command(name)
    .description(description)
    .argument('<name>', 'the cycle, like "Q1 2027"')
    .option(...yesOption)
    .action((cycle: string, { yes }: Yes) =>
      run(shell, yes, (session) => {
        const asked = { ...inputOf(session), name: cycle };
        return [() => foresee(session.context, asked), () => make(session.context, asked)];
      }),
    );
}

interface Adding {
  reviewOn: string;
  name?: string;
  team?: string;
  line?: string;
  people?: string[];
}

/** For whom a new cycle is; undefined: for everybody. */
function audienceOf({ team, line, people }: Omit<Adding, 'reviewOn'>): CycleAudience | undefined {
  if (people !== undefined) return { people };
  if (team !== undefined) return { team };
  return line === undefined ? undefined : { line };
}

function inputOf({ workspace }: Session) {
  return { workspaceId: workspace.id, by: { operator: userName() } };
}

type Steps = [
  /** `messages`: what it would send, where that was worked out already. */
  foresee: () => Promise<CycleChange & { messages?: DayTotal[] }>,
  make: (foreseen: CycleChange) => Promise<CycleChange>,
];

/** Shows what a change would do, asks, and makes it. */
function run(
  shell: Shell,
  yes: boolean | undefined,
  stepsOf: (session: Session) => Steps,
): Promise<void> {
  return withSession(shell, async (session) => {
    const [foresee, make] = stepsOf(session);
    const foreseen = await foresee();
    const [before, after] = await Promise.all([
      foreseen.before ? forecastCycle(session.context, foreseen.before) : [],
      foreseen.messages ?? forecastCycle(session.context, foreseen.after),
    ]);
    shell.out(foreseenText(foreseen, { before, after }));
    const nothing = 'Nothing is changed';
    await confirm(shell, 'Do it?', { yes: yes === true, nothing });
    shell.out(changedText(await make(foreseen)));
  });
}
