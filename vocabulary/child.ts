import { defineEnum } from './define-enum.js';

export const Characteristic = defineEnum(
  'Characteristic',
  'What characterises a child or family, one list for needs, target groups and exclusions of offers.',
  {
    AUTISM: 'autisme',
    ADHD: 'ADHD',
    MILD_INTELLECTUAL_DISABILITY: 'licht verstandelijke beperking',
    TRAUMA: 'trauma',
    ATTACHMENT: 'hechtingsproblematiek',
    ANXIETY_DEPRESSION: 'angst of somberheid',
    SELF_HARM: 'zelfbeschadiging',
    SUICIDALITY: 'suïcidaliteit',
    EATING_DISORDER: 'eetstoornis',
    PSYCHOSIS: 'psychose',
    AGGRESSION: 'agressie',
    SEXUALISED_BEHAVIOUR: 'seksueel grensoverschrijdend gedrag',
    ADDICTION: 'verslaving',
    OFFENDING: 'delictgedrag',
    RUNNING_AWAY: 'weglopen',
    SCHOOL_REFUSAL: 'thuiszitten',
    PHYSICAL_DISABILITY: 'lichamelijke beperking',
    MEDICAL_CARE: 'medische zorg',
    SENSORY_IMPAIRMENT: 'zintuiglijke beperking',
    YOUNG_PARENT: 'jonge ouder',
    REFUGEE: 'vluchteling',
    PARENTAL_CONFLICT: 'conflict tussen ouders',
    DOMESTIC_VIOLENCE: 'huiselijk geweld',
    PARENT_PSYCHIATRIC: 'psychiatrie bij een ouder',
    PARENT_ADDICTION: 'verslaving bij een ouder',
    LGBTQ: 'lhbtiq+',
    EXPLOITATION_RISK: 'risico op uitbuiting',
  },
);
export type Characteristic = (typeof Characteristic.codes)[number];

export const LegalFramework = defineEnum('LegalFramework', 'The legal ground under which help is given.', {
  VOLUNTARY: 'vrijwillig',
  SUPERVISION: 'ondertoezichtstelling',
  GUARDIANSHIP: 'voogdij',
  SECURE_AUTHORISATION: 'machtiging gesloten jeugdhulp',
  YOUTH_PROBATION: 'jeugdreclassering',
  WMO: 'Wmo (18 jaar en ouder)',
});
export type LegalFramework = (typeof LegalFramework.codes)[number];

export const TimeWindow = defineEnum('TimeWindow', 'A part of the week in which help is needed or given.', {
  DAYTIME: 'overdag',
  AFTER_SCHOOL: 'na school',
  EVENING: 'avond',
  NIGHT: 'nacht',
  WEEKEND: 'weekend',
});
export type TimeWindow = (typeof TimeWindow.codes)[number];

export const PlaceFeature = defineEnum('PlaceFeature', 'A feature of a site or household that a child may need.', {
  STEP_FREE: 'drempelvrij',
  OWN_ROOM: 'eigen kamer',
  PETS: 'huisdieren',
  NO_PETS: 'geen huisdieren',
  SMOKE_FREE: 'rookvrij',
  NEAR_PUBLIC_TRANSPORT: 'bij openbaar vervoer',
  RURAL: 'landelijk gelegen',
  BOYS_ONLY: 'alleen jongens',
  GIRLS_ONLY: 'alleen meisjes',
  RELIGIOUS_HOUSEHOLD: 'gelovig gezin',
  HALAL: 'halal',
  VEGETARIAN: 'vegetarisch',
  SIGN_LANGUAGE: 'gebarentaal',
  SECRET_LOCATION: 'geheime locatie',
});
export type PlaceFeature = (typeof PlaceFeature.codes)[number];

export const Sex = defineEnum('Sex', 'Sex of a child, recorded only where it matters for a place.', {
  FEMALE: 'meisje',
  MALE: 'jongen',
});
export type Sex = (typeof Sex.codes)[number];
