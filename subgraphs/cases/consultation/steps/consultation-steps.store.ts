import type { EntityManager } from 'typeorm';
import { databaseNow } from '../../../../platform/database/clock.js';
import type { Caller } from '../../../../platform/identity/caller.js';
import { isConsultationOf } from '../../access/seen-consultation.sql.js';
import { sightOf } from '../../access/visibility.rules.js';
import type {
  AbandonReason,
  ConsultationChannel,
  ConsultationStatus,
  InterventionKind,
  ReferrerKind,
  ResultKind,
} from '../consultation.vocabulary.js';

export interface NewConsultation {
  readonly region: string;
  readonly municipalityCode: string;
  readonly referrerKind: ReferrerKind;
  readonly referrerOrganisationId: string | null;
  readonly referrerMunicipalityCode: string;
  readonly isIdentified: boolean;
  readonly channel: ConsultationChannel;
  readonly receivedAt: Date;
}

/** A consultation that nobody else can change before this transaction ends. */
export interface LockedConsultation {
  readonly id: string;
  readonly version: number;
  readonly status: ConsultationStatus;
  readonly receivedAt: Date;
  readonly firstContactAt: Date | null;
  readonly interventions: readonly InterventionKind[];
  readonly result: ResultKind;
  readonly referrerKind: ReferrerKind;
  /** The clock of the database. */
  readonly now: Date;
}

/** What may change of a consultation; what is left out stays. */
export interface ConsultationChange {
  readonly status?: ConsultationStatus;
  readonly firstContactAt?: Date;
  readonly interventions?: readonly InterventionKind[];
  readonly result?: ResultKind;
  readonly closedAt?: Date;
  readonly abandonReason?: AbandonReason;
}

/** Whoever has the list open hears that something changed in it: of which region, and nothing else. */
const toldOf = (rows: string): string =>
  `insert into outbox (kind, region, data) select 'consultation.changed', region, '{}' from ${rows}`;

/** Writes consultations. */
export function consultationStepsStore(db: EntityManager) {
  return {
    now: () => databaseNow(db),

    /** Adds a consultation, which counts in the year in which its question came in. */
    async add(added: NewConsultation): Promise<string> {
      const rows: { id: string }[] = await db.query(
        `with added as (
           insert into consultation (region, municipality_code, referrer_kind, referrer_organisation_id, referrer_municipality_code, is_identified,
             channel, received_at, reporting_year, status)
           values ($1, $2, $3, $4, $5, $6, $7, $8, extract(year from $8::timestamptz at time zone 'Europe/Amsterdam'), 'RECEIVED')
           returning id, region
         ), told as (${toldOf('added')})
         select id from added`,
        [
          ...[added.region, added.municipalityCode, added.referrerKind, added.referrerOrganisationId],
          ...[added.referrerMunicipalityCode, added.isIdentified, added.channel, added.receivedAt],
        ],
      );
      if (!rows[0]) throw new Error('a row that was added is there');
      return rows[0].id;
    },

    /** From now on the consultation is seen and worked on with this case; false when it became one before. */
    async becomeCase(id: string, caseId: string): Promise<boolean> {
      const rows: { became: boolean }[] = await db.query('select become_case($1, $2) as became', [id, caseId]);
      return rows[0]?.became ?? false;
    },

    /** Locks a consultation of the caller's region; null when there is none. */
    async lock(caller: Caller, id: string): Promise<LockedConsultation | null> {
      const rows: LockedConsultation[] = await db.query(
        `select c.id, c.version, c.status, c.received_at as "receivedAt", c.first_contact_at as "firstContactAt", c.interventions, c.result,
           c.referrer_kind as "referrerKind", hub_now() as now
         from consultation c where c.id = $1 and ${isConsultationOf('c', '$2', 'null')} for no key update`,
        [id, sightOf(caller).region],
      );
      return rows[0] ?? null;
    },

    /** Changes a consultation that is locked; it has another version then. */
    async change(id: string, change: ConsultationChange): Promise<void> {
      const { status, firstContactAt, interventions, result, closedAt, abandonReason } = change;
      await db.query(
        `with changed as (
           update consultation set version = version + 1, status = coalesce($2, status), first_contact_at = coalesce($3, first_contact_at),
             interventions = coalesce($4, interventions), result = coalesce($5, result), closed_at = coalesce($6, closed_at),
             abandon_reason = coalesce($7, abandon_reason)
           where id = $1 returning region
         ) ${toldOf('changed')}`,
        [id, status, firstContactAt, interventions, result, closedAt, abandonReason],
      );
    },
  };
}

export type ConsultationStepsStore = ReturnType<typeof consultationStepsStore>;
