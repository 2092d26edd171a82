/**
 * The objects of Open Referral HSDS 3 that the hub writes, with the fields that it fills. Names, types and required fields follow
 * the JSON schemas of the specification (github.com/openreferral/specification, CC BY-SA 4.0); capacities came with version 3.1.
 */
export interface HsdsOrganization {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly email?: string;
  readonly website?: string;
  readonly phones?: readonly HsdsPhone[];
  readonly organization_identifiers?: readonly HsdsOrganizationIdentifier[];
}

export interface HsdsPhone {
  readonly id: string;
  readonly organization_id: string;
  readonly number: string;
  readonly type: string;
}

export interface HsdsOrganizationIdentifier {
  readonly id: string;
  readonly organization_id: string;
  readonly identifier_scheme: string;
  readonly identifier_type: string;
  readonly identifier: string;
}

export interface HsdsLocation {
  readonly id: string;
  readonly location_type: 'physical';
  readonly organization_id: string;
  readonly name: string;
  readonly description?: string;
  readonly external_identifier?: string;
  readonly external_identifier_type?: string;
  readonly attributes?: readonly HsdsAttribute[];
}

export interface HsdsService {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly description?: string;
  readonly status: 'active' | 'inactive' | 'temporarily closed';
  readonly eligibility_description?: string;
  readonly minimum_age: number;
  readonly maximum_age: number;
  readonly alert?: string;
  readonly last_modified: string;
  readonly service_areas?: readonly HsdsServiceArea[];
  readonly languages?: readonly HsdsLanguage[];
  readonly attributes?: readonly HsdsAttribute[];
}

export interface HsdsServiceArea {
  readonly id: string;
  readonly service_id: string;
  readonly name: string;
  readonly uri: string;
}

export interface HsdsLanguage {
  readonly id: string;
  readonly service_id: string;
  readonly code: string;
}

export interface HsdsServiceAtLocation {
  readonly id: string;
  readonly service_id: string;
  readonly location_id: string;
}

export interface HsdsUnit {
  readonly id: string;
  readonly name: string;
  readonly scheme: string;
  readonly identifier: string;
}

export interface HsdsServiceCapacity {
  readonly id: string;
  readonly service_id: string;
  readonly unit_id: string;
  readonly unit: HsdsUnit;
  readonly available: number;
  readonly maximum: number;
  readonly description: string;
  readonly updated: string;
}

export interface HsdsAttribute {
  readonly id: string;
  readonly link_id: string;
  readonly link_entity: 'service' | 'location';
  readonly taxonomy_term_id: string;
  readonly value?: string;
  readonly label: string;
  readonly taxonomy_term: HsdsTaxonomyTerm;
}

export interface HsdsTaxonomyTerm {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly taxonomy: string;
  readonly language: string;
}

/** The objects that stand by themselves; the others stand inside them, and have tables of their own in a data package. */
export interface HsdsObjects {
  readonly organization: HsdsOrganization;
  readonly location: HsdsLocation;
  readonly unit: HsdsUnit;
  readonly service: HsdsService;
  readonly service_at_location: HsdsServiceAtLocation;
  readonly service_capacity: HsdsServiceCapacity;
}

export type HsdsType = keyof HsdsObjects;

/** One object with its type. */
export type TypedHsds = { readonly [T in HsdsType]: { readonly type: T } & HsdsObjects[T] }[HsdsType];
