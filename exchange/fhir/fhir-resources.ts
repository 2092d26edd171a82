/** The parts of FHIR R4 (hl7.org/fhir/R4) that the hub writes. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

export interface Identifier {
  readonly system: string;
  readonly value: string;
}

export interface Reference {
  readonly reference: string;
}

export interface ContactPoint {
  readonly system: 'phone' | 'email' | 'url';
  readonly value: string;
}

export interface Extension {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly valueCodeableConcept?: CodeableConcept;
  readonly valueString?: string;
}

interface Meta {
  readonly lastUpdated: string;
}

export interface FhirOrganization {
  readonly resourceType: 'Organization';
  readonly id: string;
  readonly identifier?: readonly Identifier[];
  readonly active: true;
  readonly type: readonly CodeableConcept[];
  readonly name: string;
  readonly telecom?: readonly ContactPoint[];
}

export interface FhirLocation {
  readonly resourceType: 'Location';
  readonly id: string;
  readonly identifier?: readonly Identifier[];
  readonly status: 'active';
  readonly name: string;
  readonly mode: 'instance';
  readonly address?: { readonly district: string; readonly postalCode: string; readonly country: 'NL' };
  readonly managingOrganization: Reference;
}

export interface FhirHealthcareService {
  readonly resourceType: 'HealthcareService';
  readonly id: string;
  readonly meta: Meta;
  readonly extension?: readonly Extension[];
  readonly identifier?: readonly Identifier[];
  readonly active: boolean;
  readonly providedBy: Reference;
  readonly category: readonly CodeableConcept[];
  readonly type: readonly CodeableConcept[];
  readonly location?: readonly Reference[];
  readonly name: string;
  readonly extraDetails?: string;
  readonly eligibility: readonly { readonly comment: string }[];
  readonly characteristic?: readonly CodeableConcept[];
  readonly communication?: readonly CodeableConcept[];
  readonly notAvailable?: readonly { readonly description: string; readonly during: { readonly start: string } }[];
}

export type FhirResource = FhirOrganization | FhirLocation | FhirHealthcareService;
