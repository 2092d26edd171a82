/** The names by which figures travel in Open Referral HSDS and HL7 FHIR: written by the export, understood by the import. */
export const exchangeTaxonomies = {
  /** What a provider says of its capacity, in the words of HL7 SDOH Clinical Care. */
  capacityStatus: 'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes',
  /** Properties of an offer and its figure for which HSDS has no field. */
  property: 'urn:thuisbasis:property',
  rung: 'urn:thuisbasis:rung',
  unit: 'urn:thuisbasis:unit',
  category: 'urn:ijw:jz020',
  municipality: 'urn:cbs:gemeente',
  postcodeArea: 'urn:thuisbasis:pc4',
  targetGroup: 'urn:thuisbasis:target-group',
  exclusion: 'urn:thuisbasis:exclusion',
  legalFramework: 'urn:thuisbasis:legal-framework',
  timeWindow: 'urn:thuisbasis:time-window',
  placeFeature: 'urn:thuisbasis:place-feature',
} as const;

/** The code of each status in the value set SDOHCC-ValueSetCapacityStatus (STU 3); it has none for UNKNOWN. */
export const capacityStatusCodes = {
  HAS_CAPACITY: 'capacity',
  NO_CAPACITY: 'no-capacity',
  WAITLIST: 'waitlist',
  ADDITIONAL_ASSESSMENT_REQUIRED: 'additional-assessment-required',
} as const;

/** Codes under `exchangeTaxonomies.property`; each carries a value. */
export const exchangeProperties = {
  ownKey: 'own-key',
  waitlistCount: 'waitlist-count',
  waitEstimateDays: 'wait-estimate-days',
  nextAvailableOn: 'next-available-on',
} as const;
