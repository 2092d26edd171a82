import { Column, Entity, PrimaryColumn, VirtualColumn } from 'typeorm';
import type { LegalFramework } from '../../../vocabulary/child.js';
import type { LadderRung } from '../../../vocabulary/ladder.js';
import type { BreakGlassRow } from '../break-glass/break-glass.entity.js';
import type { CaseStatus, LegalMeasure, OutOfHomeAuthorisation, ProblemDomain, SchoolKind } from './case.vocabulary.js';
import type { NeedRow } from '../need/need.entity.js';
import type { CasePlaceRow } from './whereabouts/case-place.entity.js';

/** A row of `cases.case_file`. */
@Entity({ name: 'case_file' })
export class CaseRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  number!: string;

  /** Key of the youth region whose brokers work on the case. */
  @Column({ type: 'text' })
  region!: string;

  @Column({ name: 'own_reference', type: 'text', nullable: true })
  ownReference!: string | null;

  @Column({ name: 'birth_year', type: 'smallint' })
  birthYear!: number;

  /** Age in whole years that the child reaches in the running calendar year. */
  @VirtualColumn({ type: 'integer', query: (alias) => `this_year() - ${alias}.birth_year` })
  readonly age!: number;

  @Column({ name: 'responsible_municipality_code', type: 'text' })
  responsibleMunicipalityCode!: string;

  @Column({ name: 'municipality_code', type: 'text' })
  municipalityCode!: string;

  @Column({ type: 'text', array: true })
  languages!: string[];

  @Column({ name: 'legal_frameworks', type: 'text', array: true })
  legalFrameworks!: LegalFramework[];

  @Column({ type: 'text', array: true })
  measures!: LegalMeasure[];

  @Column({ name: 'out_of_home_authorisation', type: 'text', nullable: true })
  outOfHomeAuthorisation!: OutOfHomeAuthorisation | null;

  @Column({ name: 'current_rung', type: 'text' })
  currentRung!: LadderRung;

  @Column({ name: 'is_threatened_out_of_home', type: 'boolean' })
  isThreatenedOutOfHome!: boolean;

  @Column({ name: 'problem_domains', type: 'text', array: true })
  problemDomains!: ProblemDomain[];

  @Column({ name: 'school_kind', type: 'text', nullable: true })
  schoolKind!: SchoolKind | null;

  /** The professional who directs the help for the family: one family, one plan, one director. */
  @Column({ name: 'process_director_id', type: 'uuid', nullable: true })
  processDirectorId!: string | null;

  @Column({ name: 'owner_organisation_id', type: 'uuid', nullable: true })
  ownerOrganisationId!: string | null;

  @Column({ type: 'text' })
  status!: CaseStatus;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  @Column({ name: 'is_restricted', type: 'boolean' })
  isRestricted!: boolean;

  /** Counts the changes: who changes it names the version that was read. */
  @Column({ type: 'integer' })
  version!: number;

  /** Joined by the store, in the same statement; null while no need has been described. */
  readonly need!: NeedRow | null;

  /** Joined likewise: what the caller opened of a restricted case and is open now; null where nothing is. */
  readonly glass!: BreakGlassRow | null;

  /** Joined likewise; null where the database does not show it. */
  readonly place!: CasePlaceRow | null;
}
