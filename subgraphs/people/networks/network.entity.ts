import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NetworkFunction } from '../network/network-request.vocabulary.js';
import type { NetworkKind } from './network.vocabulary.js';

/** A row of `people.network`. */
@Entity({ name: 'network' })
export class NetworkRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'sort_name', type: 'text', insert: false, update: false })
  readonly sortName!: string;

  @Column({ type: 'text' })
  kind!: NetworkKind;

  @Column({ name: 'municipality_codes', type: 'text', array: true })
  municipalityCodes!: string[];

  @Column({ name: 'coordinating_municipality_code', type: 'text' })
  coordinatingMunicipalityCode!: string;

  @Column({ type: 'text', array: true })
  functions!: NetworkFunction[];
}
