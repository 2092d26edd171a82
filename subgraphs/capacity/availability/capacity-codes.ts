import { defineEnum } from '../../../vocabulary/define-enum.js';

export const CapacityStatus = defineEnum(
  'CapacityStatus',
  'What a provider says of an offer (after SDOH Clinical Care).',
  {
    HAS_CAPACITY: 'er is plaats',
    NO_CAPACITY: 'er is geen plaats',
    WAITLIST: 'er is een wachtlijst',
    ADDITIONAL_ASSESSMENT_REQUIRED: 'eerst nader onderzoek nodig',
    UNKNOWN: 'onbekend',
  },
);
export type CapacityStatus = (typeof CapacityStatus.codes)[number];

export const CapacityUnit = defineEnum('CapacityUnit', 'In what the capacity of an offer is counted.', {
  PLACE: 'plaats (bed)',
  HOUR_PER_WEEK: 'uur per week',
  DAYDEEL: 'dagdeel (4 uur)',
  TRAJECTORY: 'traject',
  FAMILY: 'gezin',
});
export type CapacityUnit = (typeof CapacityUnit.codes)[number];

export const CapacityModel = defineEnum('CapacityModel', 'How the capacity of an offer comes about.', {
  PLACES: 'plaatsen',
  HOURS: 'uren',
  CASELOAD: 'caseload',
  DUO_HOURS: 'uren van een duo',
});
export type CapacityModel = (typeof CapacityModel.codes)[number];

export const PublishMethod = defineEnum('PublishMethod', 'How a figure reached the hub.', {
  MACHINE: 'automatisch',
  MANUAL: 'met de hand',
  IMPORT: 'uit een bestand',
  PHONED: 'telefonisch',
});
export type PublishMethod = (typeof PublishMethod.codes)[number];
