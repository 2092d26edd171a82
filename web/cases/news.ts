import type { CaseFileData, CasesData, ConsultationsData } from '../generated/operations.js';
import { holdState } from '../generated/words.js';
import { count } from '../parts/dutch.js';
import { referredText } from './proposals/standing.js';

type Case = NonNullable<CaseFileData['case']>;
type Holds = Case['holds'];
type Referrals = Case['referrals'];

/** What became of what is held for a case or lies before providers, in one sentence: a hold says more than the referral beside it. */
export function caseNews(
  before: Pick<Case, 'holds' | 'referrals'>,
  now: Pick<Case, 'holds' | 'referrals'>,
): string | null {
  return holdNews(before.holds, now.holds) ?? referralNews(before.referrals, now.referrals);
}

/** What became of the referrals of a case; nothing where they could not be read before. */
export function referralNews(before: Referrals, now: Referrals): string | null {
  if (!before) return null;
  const stood = new Map(before.map(({ id, state }) => [id, state]));
  const [first, ...others] = (now ?? []).filter(({ id, state }) => stood.get(id) !== state);
  if (!first) return null;
  return `${first.organisation?.name ?? 'Een aanbieder'}: ${referredText(first)}${others.length > 0 ? `, en ${others.length} andere` : ''}.`;
}

/** What became of the places that are held for a case, in one sentence. */
export function holdNews(before: Holds, now: Holds): string | null {
  const stood = new Map((before?.edges ?? []).map(({ node }) => [node.id, node.state]));
  const changed = (now?.edges ?? []).map(({ node }) => node).filter(({ id, state }) => stood.get(id) !== state);
  const [first, ...others] = changed;
  if (!first) return null;
  const of = first.offer?.organisation?.name ?? first.offer?.title ?? 'Een plek';
  return `${of}: ${holdState[first.state]}${others.length > 0 ? `, en ${others.length} andere` : ''}.`;
}

type Cases = NonNullable<CasesData['cases']>['edges'][number]['node'];
type Questions = NonNullable<ConsultationsData['consultations']>['edges'][number]['node'];

/** What came into the list of cases and what left it, in one sentence. */
export function casesNews(before: readonly Cases[], now: readonly Cases[]): string | null {
  const { came, left } = difference(before.map(numberOf), now.map(numberOf));
  return sentence([
    ...(came.length > 0 ? [`nieuw: casus ${came.join(', ')}`] : []),
    ...(left.length > 0 ? [`niet meer in de lijst: casus ${left.join(', ')}`] : []),
  ]);
}

/** How many questions came to wait for a first contact, and how many no longer do, in one sentence. */
export function waitingNews(before: readonly Questions[], now: readonly Questions[]): string | null {
  const { came, left } = difference(
    before.map(({ id }) => id),
    now.map(({ id }) => id),
  );
  return sentence([
    ...(came.length > 0 ? [count(came.length, 'nieuwe vraag', 'nieuwe vragen')] : []),
    ...(left.length > 0 ? [`${count(left.length, 'vraag', 'vragen')} minder die wacht`] : []),
  ]);
}

function sentence(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : `De lijst is bijgewerkt: ${parts.join('; ')}.`;
}

function numberOf({ number }: Cases): string {
  return number ?? '';
}

function difference(before: readonly string[], now: readonly string[]) {
  return {
    came: now.filter((one) => !before.includes(one)),
    left: before.filter((one) => !now.includes(one)),
  };
}
