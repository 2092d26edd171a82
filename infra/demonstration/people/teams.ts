import type { MembershipRow } from '../../../subgraphs/people/membership/membership.entity.js';
import type { TeamRow } from '../../../subgraphs/people/team/team.entity.js';
import { flevoland } from '../../../vocabulary/places/region.js';
import { organisationByKey } from '../organisations.js';
import { demonstrationId } from '../random.js';
import { networkOf } from './networks.js';
import { employeeOf } from './professionals.js';
import { workingMunicipalities } from './profiles.js';
import { localTeams, providerTeams } from './provider-teams.js';
import { regionalTeams, type TeamPlan } from './regional-teams.js';

const plans: readonly TeamPlan[] = [...regionalTeams, ...localTeams, ...providerTeams];

/** The rows of `people.team`. */
export function demonstrationTeams(today: string): Omit<TeamRow, 'sortName'>[] {
  return plans.map((plan) => ({
    id: teamId(plan.key),
    name: plan.name,
    kind: plan.kind,
    organisationId: plan.host === null ? null : organisationByKey(plan.host).id,
    municipalityCodes: workingArea(plan),
    mandate: plan.mandate,
    meetingRhythm: plan.rhythm,
    maxHoursPerWeek: plan.maxHours,
    validFromOn: day(plan.from, today),
    validToOn: plan.to === null ? null : day(plan.to, today),
    successorId: plan.successor === undefined ? null : teamId(plan.successor),
    networkId: networkOf(plan),
  }));
}

/** The rows of `people.team_membership`: everyone is in the team as long as it works. */
export function demonstrationMemberships(today: string): MembershipRow[] {
  return plans.flatMap((plan) =>
    plan.members.map(([organisationKey, number, role]) => {
      const { id, job } = employeeOf(organisationKey, number);
      return {
        teamId: teamId(plan.key),
        professionalId: id,
        role: role ?? job.title,
        hoursAverage: plan.hoursAverage,
        fromOn: day(plan.from, today),
        toOn: plan.to === null ? null : day(plan.to, today),
      };
    }),
  );
}

export function teamId(key: string): string {
  return demonstrationId(`team:${key}`);
}

/** A team of one provider or municipality works where that works, a team of the region in all of it. */
function workingArea({ kind, host }: TeamPlan): string[] {
  const isOwn = kind === 'FACT' || kind === 'EXPERT_TEAM' || kind === 'LOCAL_TEAM';
  return isOwn && host !== null ? workingMunicipalities(organisationByKey(host)) : [...flevoland.municipalityCodes];
}

function day(moment: string | number, today: string): string {
  if (typeof moment === 'string') return moment;
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + moment);
  return date.toISOString().slice(0, 10);
}
