import { defineEnum } from '../../../vocabulary/define-enum.js';

export const YearTableSectionKind = defineEnum('YearTableSectionKind', 'A section of the year table.', {
  CONSULTATIONS: 'consultatie',
  REFERRERS: 'verwijzer',
  INTERVENTIONS: 'interventies',
  RESULTS: 'resultaat',
});
export type YearTableSectionKind = (typeof YearTableSectionKind.codes)[number];

export const YearTableCheckCode = defineEnum(
  'YearTableCheckCode',
  'A finding about figures of the year table that do not add up or are easily misread.',
  {
    REFERRERS_DIFFER_FROM_CONSULTATIONS: 'de verwijzers tellen niet op tot de consultaties',
    INTERVENTIONS_EXCEED_CONSULTATIONS: 'er zijn meer interventies dan kinderen',
    CONSULTATIONS_WITHOUT_RESULT: 'van kinderen is geen resultaat geteld',
    MUNICIPALITY_WITHOUT_CONSULTATIONS: 'een gemeente van de regio heeft geen consultatie',
  },
);
export type YearTableCheckCode = (typeof YearTableCheckCode.codes)[number];
