import type { CaseFileData, CasesData } from '../generated/operations.js';
import { holdState } from '../generated/words.js';
import { count } from '../parts/dutch.js';

type Holds = NonNullable<CaseFileData['case']>['holds'];

/** What became of the places that are held for a case, in one sentence. */
export function holdNews(before: Holds, now: Holds): string | null {
  const stood = new Map((before?.edges ?? []).map(({ node }) => [node.id, node.state]));
  const changed = (now?.edges ?? []).map(({ node }) => node).filter(({ id, state }) => stood.get(id) !== state);
  const [first, ...others] = changed;
  if (!first) return null;
  const of = first.offer?.organisation?.name ?? first.offer?.title ?? 'Een plek';
  return `${of}: ${holdState[first.state]}${others.length > 0 ? `, en ${others.length} andere` : ''}.`;
}

/** What came into the lists of what waits, and what left them, in one sentence. */
export function listNews(before: CasesData, now: CasesData): string | null {
  const cases = difference(numbersOf(before), numbersOf(now));
  const questions = difference(questionsOf(before), questionsOf(now));
  const said = [
    ...(cases.came.length > 0 ? [`nieuw: casus ${cases.came.join(', ')}`] : []),
    ...(cases.left.length > 0 ? [`niet meer in de lijst: casus ${cases.left.join(', ')}`] : []),
    ...(questions.came.length > 0 ? [count(questions.came.length, 'nieuwe vraag', 'nieuwe vragen')] : []),
    ...(questions.left.length > 0 ? [`${count(questions.left.length, 'vraag', 'vragen')} minder die wacht`] : []),
  ].join('; ');
  return said === '' ? null : `De lijst is bijgewerkt: ${said}.`;
}

function numbersOf({ cases }: CasesData): string[] {
  return cases?.edges.map(({ node }) => node.number ?? '') ?? [];
}

function questionsOf({ consultations }: CasesData): string[] {
  return consultations?.edges.map(({ node }) => node.id) ?? [];
}

function difference(before: readonly string[], now: readonly string[]) {
  return {
    came: now.filter((one) => !before.includes(one)),
    left: before.filter((one) => !now.includes(one)),
  };
}
