import { capacityStatusCodes, exchangeTaxonomies } from '../../vocabulary/codes/exchange-terms.js';
import type { PublicFigure } from '../public-offer.rules.js';
import { figureText } from '../sentences.rules.js';
import type { Words } from '../words.js';
import type { CodeableConcept, Extension } from './fhir-resources.js';

/** Of HL7 SDOH Clinical Care (STU 3), on HealthcareService: one status, bound to its value set (extensible), and notes. */
const url =
  'http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-ExtensionHealthcareServiceCapacityStatus';

const displays: Readonly<Record<PublicFigure['status'], string>> = {
  HAS_CAPACITY: 'Capacity',
  NO_CAPACITY: 'No Capacity',
  WAITLIST: 'No Capacity - Has Waitlist',
  ADDITIONAL_ASSESSMENT_REQUIRED: 'Additional Assessment Required',
};

/** The value set has no code for what is not known: the one of HL7 for absent data takes its place. */
const unknown: CodeableConcept = {
  coding: [
    {
      system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
      code: 'unknown',
      display: 'Unknown',
    },
  ],
  text: 'onbekend',
};

/** The capacity of a service as its extension; the numbers, for which FHIR has no element, stand in the notes. */
export function capacityStatus(figure: PublicFigure | null, unitWord: string, words: Words): Extension {
  if (!figure) return { url, extension: [{ url: 'capacityStatus', valueCodeableConcept: unknown }] };
  const { status } = figure;
  const coding = [
    { system: exchangeTaxonomies.capacityStatus, code: capacityStatusCodes[status], display: displays[status] },
  ];
  return {
    url,
    extension: [
      { url: 'capacityStatus', valueCodeableConcept: { coding, text: words('CapacityStatus', status) } },
      { url: 'capacityNotes', valueString: `${figureText(figure, unitWord, words)} Stand van ${figure.asOf}.` },
    ],
  };
}
