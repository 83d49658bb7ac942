import type { Completion, LeftBehind, Unplaced } from '../../services/completion/index.js';
import { lostRolesAdvice, lostRolesText } from '../../services/person/index.js';
import { count, dayText, escapeMrkdwn, type KnownBlock, section } from '../ui/blocks.js';
import { displayName } from '../ui/text.js';
import { fitting } from './names.js';

const namesCharacters = 2_500;

/** For admins: dates, how many are how far, and who can't take part yet. Nothing that anybody wrote. */
export function completionBlocks(completion: Completion, command: string): KnownBlock[] {
  const { noRole, noManager, managerLeft, lostRoles } = completion;
  return [
    section(`*This round*\n${roundLines(completion).join('\n')}`),
    ...namesBlock(noRole, {
      fact: `${count(noRole.count, 'person has', 'people have')} no role yet`,
      hint: `They can choose theirs with \`${command} me\`.`,
    }),
    ...(lostRoles.length > 0
      ? [
          section(
            `*${escapeMrkdwn(lostRolesText(lostRoles))}* ${lostRolesAdvice} Each of them is asked to pick one.`,
          ),
        ]
      : []),
    ...namesBlock(noManager, {
      fact: `${count(noManager.count, 'participant has', 'participants have')} no manager set`,
      hint: 'Nobody but themselves sees their check-ins until they have.',
    }),
    ...namesBlock(
      { ...managerLeft, people: managerLeft.people.map(withManager) },
      {
        fact: `${count(managerLeft.count, 'participant has', 'participants have')} a manager who left`,
        hint: `They are asked to choose another one, with \`${command} me\`.`,
      },
    ),
  ];
}

function roundLines(completion: Completion): string[] {
  const { cycle, next, participants, started, sent, bothIn, talked } = completion;
  if (!cycle) {
    return next
      ? [
          `No cycle is open. ${escapeMrkdwn(next.name)} opens on ${dayText(next.opensOn)}; reviews start on ${dayText(next.reviewOn)}.`,
          `${count(participants, 'participant')} so far.`,
        ]
      : ['No cycle is open, and none is planned.'];
  }
  const { name, opensOn, dueOn, reviewOn } = cycle;
  return [
    `${escapeMrkdwn(name)}: open since ${dayText(opensOn)}, check-ins due on ${dayText(dueOn)}, reviews from ${dayText(reviewOn)}.`,
    `Of ${count(participants, 'participant')}: ${started} started · ${sent} sent · ${bothIn} with both views in · ${talked} talked.`,
  ];
}

/** "Sora Senior (Noor Manager)" */
function withManager({ manager, ...person }: LeftBehind): Unplaced {
  return {
    ...person,
    name: `${person.name || person.slackUserId} (${manager.name || manager.slackUserId})`,
  };
}

function namesBlock(
  { people, count: all }: { people: Unplaced[]; count: number },
  { fact, hint }: { fact: string; hint: string },
): KnownBlock[] {
  if (all === 0) return [];
  const names = fitting(people.map(displayName), namesCharacters);
  const more = all > names.length ? ` and ${all - names.length} more` : '';
  return [section(`*${fact}*\n${names.join(', ')}${more}. ${hint}`)];
}
