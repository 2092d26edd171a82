import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../../platform/identity/caller.js';
import { emit } from '../../../../platform/outbox/outbox.js';
import { sealText } from '../../../../platform/secrecy/database-sealer.js';
import { sealedPlaces } from '../../sealed.js';
import { sightOf } from '../../access/visibility.rules.js';
import type { CaseStatus } from '../case.vocabulary.js';
import type { CaseFacts } from './case-facts.rules.js';

/** A case that nobody else can change before this transaction ends. */
export interface LockedCase {
  readonly version: number;
  readonly status: CaseStatus;
  readonly closedAt: Date | null;
  /** The clock of the database. */
  readonly now: Date;
}

/** What others still work on for a case. */
export interface Running {
  readonly holds: number;
  readonly referrals: number;
  readonly duos: number;
}

export type NewCase = CaseFacts & { readonly region: string; readonly ownerOrganisationId: string | null };

const facts = `birth_year, municipality_code, responsible_municipality_code, own_reference, languages, legal_frameworks, measures,
  out_of_home_authorisation, current_rung, is_threatened_out_of_home, problem_domains, is_restricted, school_kind, process_director_id`;

function valuesOf(db: EntityManager, of: CaseFacts): readonly unknown[] {
  const ownReference = sealText(db, sealedPlaces.ownReference, of.ownReference);
  return [
    ...[of.birthYear, of.municipalityCode, of.responsibleMunicipalityCode, ownReference, of.languages],
    ...[of.legalFrameworks, of.measures, of.outOfHomeAuthorisation, of.currentRung, of.isThreatenedOutOfHome],
    ...[of.problemDomains, of.isRestricted, of.schoolKind, of.processDirectorId],
  ];
}

/** Writes cases. */
export function caseStepsStore(db: EntityManager) {
  return {
    /** Locks a case of the caller's; null when there is none. */
    async lock(caller: Caller, id: string): Promise<LockedCase | null> {
      const { region, organisationId } = sightOf(caller);
      const rows: LockedCase[] = await db.query(
        `select f.version, f.status, f.closed_at as "closedAt", hub_now() as now from case_file f
         where f.id = $1 and (f.region = $2 or f.owner_organisation_id = $3) for no key update`,
        [id, region, organisationId],
      );
      return rows[0] ?? null;
    },

    /** Adds a case under the next number of its region and year. */
    async add(added: NewCase, prefix: string): Promise<string> {
      const rows: { id: string }[] = await db.query(
        `insert into case_file (number, region, owner_organisation_id, status, opened_at, ${facts})
         values (next_case_number($1), $2, $3, 'OPEN', hub_now(), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) returning id`,
        [prefix, added.region, added.ownerOrganisationId, ...valuesOf(db, added)],
      );
      if (!rows[0]) throw new Error('a row that was added is there');
      return rows[0].id;
    },

    /** Changes a case that is locked; it has another version then. */
    async writeFacts(id: string, changed: CaseFacts): Promise<void> {
      await db.query(
        `update case_file set version = version + 1, (${facts}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) where id = $1`,
        [id, ...valuesOf(db, changed)],
      );
    },

    async writeStatus(id: string, status: CaseStatus, closedAt: Date | null): Promise<void> {
      await db.query('update case_file set version = version + 1, status = $2, closed_at = $3 where id = $1', [
        id,
        status,
        closedAt,
      ]);
    },

    /** From now on it is another's; the reference of a former owner goes. */
    async handOver(id: string, region: string, ownerOrganisationId: string | null): Promise<void> {
      await db.query('select hand_over_case($1, $2, $3)', [id, region, ownerOrganisationId]);
    },

    /** Whoever has the list of that region open hears that a case is there no more. */
    tellThatLeft: (id: string, region: string) =>
      emit(db, [{ kind: 'case.left', organisationId: null, region, data: { caseId: id } }]),

    /** What is still going on for a case of the caller's. */
    async running(id: string): Promise<Running> {
      const rows: Running[] = await db.query('select * from case_running($1)', [id]);
      if (!rows[0]) throw new Error('a function gives its row');
      return rows[0];
    },
  };
}

export type CaseStepsStore = ReturnType<typeof caseStepsStore>;
