import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Characteristic, LegalFramework, PlaceFeature, Sex, TimeWindow } from '../../../vocabulary/child.js';
import type { LadderRung } from '../../../vocabulary/ladder.js';
import type { CapacityModel, CapacityUnit } from '../availability/capacity-codes.js';

/** A row of `capacity.offer`. */
@Entity({ name: 'offer' })
export class OfferRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ name: 'site_id', type: 'uuid' })
  siteId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'text' })
  rung!: LadderRung;

  @Column({ name: 'home_rung', type: 'text', nullable: true })
  homeRung!: LadderRung | null;

  @Column({ type: 'text' })
  category!: string;

  @Column({ name: 'product_code', type: 'text' })
  productCode!: string;

  @Column({ name: 'is_crisis', type: 'boolean' })
  isCrisis!: boolean;

  @Column({ name: 'age_min', type: 'smallint' })
  ageMin!: number;

  @Column({ name: 'age_max', type: 'smallint' })
  ageMax!: number;

  @Column({ type: 'text', nullable: true })
  sex!: Sex | null;

  @Column({ name: 'target_groups', type: 'text', array: true })
  targetGroups!: Characteristic[];

  @Column({ type: 'text', array: true })
  exclusions!: Characteristic[];

  @Column({ name: 'legal_frameworks', type: 'text', array: true })
  legalFrameworks!: LegalFramework[];

  @Column({ name: 'children_together', type: 'smallint' })
  childrenTogether!: number;

  @Column({ name: 'time_windows', type: 'text', array: true })
  timeWindows!: TimeWindow[];

  @Column({ type: 'text' })
  unit!: CapacityUnit;

  @Column({ name: 'capacity_model', type: 'text' })
  capacityModel!: CapacityModel;

  @Column({ name: 'working_area', type: 'text', array: true })
  workingArea!: string[];

  @Column({ name: 'contracted_municipalities', type: 'text', array: true })
  contractedMunicipalities!: string[];

  @Column({ type: 'text', array: true })
  languages!: string[];

  @Column({ name: 'place_features', type: 'text', array: true })
  placeFeatures!: PlaceFeature[];

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz', insert: false, update: false })
  readonly changedAt!: Date;

  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}
