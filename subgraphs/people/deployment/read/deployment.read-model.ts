import type { EntityManager } from 'typeorm';
import { groupBy, mapBy } from '../../../../platform/database/loaders.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { sightOf } from '../../access/sight.rules.js';
import type { HoursOf } from '../../availability/hours.rules.js';
import type {
  DeploymentActionKind,
  DeploymentEndReason,
  DeploymentPurpose,
  DeploymentStatus,
} from '../deployment.vocabulary.js';

/** A deployment with its members and what they did, as it stands on the day of reading. */
export interface DeploymentRow {
  readonly id: string;
  readonly teamId: string;
  /** Null for who may not see the case. */
  readonly caseId: string | null;
  readonly purpose: DeploymentPurpose;
  readonly status: DeploymentStatus;
  readonly fromOn: string;
  readonly toOn: string;
  readonly endedOn: string | null;
  readonly endReason: DeploymentEndReason | null;
  readonly version: number;
  readonly members: { professionalId: string; fromOn: string; toOn: string; hours: HoursOf[] }[];
  readonly actions: { kind: DeploymentActionKind; doneOn: string; hours: number }[];
}

const knownCase = `select k.case_id from deployment_case k join case_projection c on c.id = k.case_id
  where k.deployment_id = d.id and (c.region = $1 or c.owner_organisation_id = $2)`;

const members = `select m.professional_id as "professionalId", m.from_on as "fromOn", max(m.to_on) as "toOn",
    jsonb_agg(jsonb_build_object('timeWindow', m.time_window, 'hoursPerWeek', m.hours_per_week) order by m.time_window) as hours
  from deployment_hours m where m.deployment_id = d.id and m.to_on >= m.from_on group by m.professional_id, m.from_on order by m.from_on, m.professional_id`;

const actions = `select a.kind, a.done_on as "doneOn", a.hours from deployment_action a where a.deployment_id = d.id
  order by a.done_on desc, a.recorded_at desc, a.id`;

const listOf = (rows: string): string => `coalesce((select jsonb_agg(to_jsonb(r)) from (${rows}) r), '[]')`;

const reading = `
  select d.id, d.team_id as "teamId", d.purpose, d.from_on as "fromOn", d.to_on as "toOn", d.ended_on as "endedOn", d.end_reason as "endReason", d.version,
    case when coalesce(d.ended_on, d.to_on) < today() then 'ENDED' when d.from_on > today() then 'PLANNED' else 'ACTIVE' end as status,
    (${knownCase}) as "caseId", ${listOf(members)} as members, ${listOf(actions)} as actions
  from deployment d`;
const visible = `(exists (${knownCase}) or exists (
  select from deployment_hours h join professional p on p.id = h.professional_id where h.deployment_id = d.id and p.organisation_id = $3))`;

/** Reads the deployments that a caller may see. */
export function deploymentReadModel(db: EntityManager) {
  const read = (caller: Caller, condition: string, values: readonly unknown[]): Promise<DeploymentRow[]> => {
    const { region, ownerId, providerId } = sightOf(caller);
    return db.query(`${reading} where ${visible} and ${condition} order by d.from_on desc, d.id`, [
      ...[region, ownerId, providerId],
      ...values,
    ]);
  };

  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, DeploymentRow>> {
      return mapBy(await read(caller, 'd.id = any($4)', [ids]), ({ id }) => id);
    },

    /** The deployments for each case, the latest first. */
    async findByCases(caller: Caller, caseIds: readonly string[]): Promise<Map<string, DeploymentRow[]>> {
      const rows = await read(
        caller,
        'd.id in (select k.deployment_id from deployment_case k where k.case_id = any($4))',
        [caseIds],
      );
      return groupBy(rows, ({ caseId }) => caseId ?? '');
    },
  };
}

export type DeploymentReadModel = ReturnType<typeof deploymentReadModel>;
