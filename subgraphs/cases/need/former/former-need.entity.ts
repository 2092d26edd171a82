import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalFramework } from '../../../../vocabulary/child.js';
import { CasePlaceRow } from '../../case/whereabouts/case-place.entity.js';
import { NeedRow } from '../need.entity.js';

/** A row of `cases.former_need`: what was sought, with what the case said of the child, until another need took its place. */
@Entity({ name: 'former_need' })
export class FormerNeedRow extends NeedRow {
  /** Version of the case of which it was the need to the last. */
  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ name: 'replaced_at', type: 'timestamptz' })
  replacedAt!: Date;

  @Column({ name: 'birth_year', type: 'smallint' })
  birthYear!: number;

  @Column({ name: 'municipality_code', type: 'text' })
  municipalityCode!: string;

  @Column({ name: 'responsible_municipality_code', type: 'text' })
  responsibleMunicipalityCode!: string;

  @Column({ type: 'text', array: true })
  languages!: string[];

  @Column({ name: 'legal_frameworks', type: 'text', array: true })
  legalFrameworks!: LegalFramework[];

  /** Joined by the read model; null where the database does not show it. */
  readonly place!: FormerPlaceRow | null;
}

/** A row of `cases.former_place`: where the child was then. */
@Entity({ name: 'former_place' })
export class FormerPlaceRow extends CasePlaceRow {
  @PrimaryColumn({ type: 'integer' })
  version!: number;
}
