import type { CaseDuosData, DuoTeamData } from '../../generated/operations.js';

/** A case with who could go to its family, and who goes. */
export type DuoCase = NonNullable<CaseDuosData['case']>;
export type Duo = NonNullable<DuoCase['duos']>[number];
export type Deployment = NonNullable<DuoCase['deployments']>[number];
export type DeployedMember = NonNullable<Deployment['members']>[number];
type Membership = NonNullable<NonNullable<DuoTeamData['team']>['memberships']>[number];

/** The two of a duo, by name. */
export function namesOf({ members }: Pick<Duo, 'members'>): string {
  return (members ?? []).map(({ name }) => name ?? 'iemand').join(' en ');
}

/** Who goes, in a word; who may be found no more has no name here. */
export function memberName({ professional }: Pick<DeployedMember, 'professional'>): string {
  return professional?.name ?? 'iemand die niet meer te vinden is';
}

type Going = Pick<Deployment, 'members' | 'toOn'>;

/** Those who go until the last day. */
function goingOf({ members, toOn }: Going): readonly DeployedMember[] {
  return (members ?? []).filter((one) => one.toOn === toOn);
}

/** The same, by name. */
export function goingNames(deployment: Going): string {
  return goingOf(deployment).map(memberName).join(' en ');
}

/** Who may stop, by identifier. */
export function leavingWords(deployment: Going): Record<string, string> {
  return Object.fromEntries(
    goingOf(deployment).flatMap((one) => (one.professionalId === null ? [] : [[one.professionalId, memberName(one)]])),
  );
}

/** Who may take over: whoever stays in the team through the last day and does not go already. */
export function joiningWords(memberships: readonly Membership[], deployment: Going): Record<string, string> {
  const { toOn } = deployment;
  const going = new Set(goingOf(deployment).map(({ professionalId }) => professionalId));
  const able = memberships.filter((one) => one.toOn === null || (toOn !== null && one.toOn >= toOn));
  return Object.fromEntries(
    able.flatMap(({ professional }) => {
      if (!professional || going.has(professional.id)) return [];
      return [[professional.id, [professional.name, professional.jobTitle].filter(Boolean).join(', ')]];
    }),
  );
}
