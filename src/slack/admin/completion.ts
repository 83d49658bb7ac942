import { problemFact, problemKinds, problemWords } from '../../domain/problem/kinds.js';
import type { Completion } from '../../services/completion/index.js';
import { lostRolesText } from '../../services/person/index.js';
import { count, dayText, escapeMrkdwn, type KnownBlock, section } from '../ui/blocks.js';

/** For admins: dates, how many are how far, and what is in the way. Nothing that anybody wrote. */
export function completionBlocks(completion: Completion): KnownBlock[] {
  const problems = problemLines(completion);
  return [
    section(`*This round*\n${roundLines(completion).join('\n')}`),
    ...(problems.length > 0 ? [section(`*Problems*\n${problems.join('\n')}`)] : []),
  ];
}

/** "2 participants have no manager set. Nobody but themselves …", for each kind that there is. */
function problemLines({ problems, lostRoles }: Completion): string[] {
  return problemKinds
    .filter((kind) => problems[kind] > 0)
    .map((kind) => {
      const fact =
        kind === 'role_gone' ? lostRolesText(lostRoles) : `${problemFact(kind, problems[kind])}.`;
      return escapeMrkdwn(`${fact} ${problemWords[kind].advice}`);
    });
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
