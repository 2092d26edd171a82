import { defineEnum } from '../../../../vocabulary/define-enum.js';
import type { FoundDuo } from './duos.read-model.js';

/** Why a duo stands where it stands, in the order in which the points count. */
export const DuoReasonCode = defineEnum(
  'DuoReasonCode',
  'A reason for the place of a duo: an ordering, no judgement of people.',
  {
    DIFFERENT_ORGANISATIONS: 'Van twee verschillende organisaties.',
    COMPLEMENTARY_DISCIPLINES: 'Met twee verschillende functies.',
    EXPERTISE: 'Thuis in wat er speelt.',
    LANGUAGE: 'Spreekt de taal van het gezin.',
    SAME_ORGANISATION: 'Van dezelfde organisatie.',
  },
);
export type DuoReasonCode = (typeof DuoReasonCode.codes)[number];

/** The reasons for one duo: codes, and the Dutch sentences that a broker reads. */
export function reasonsOf(duo: FoundDuo): { code: DuoReasonCode; text: string }[] {
  const codes: DuoReasonCode[] = [
    duo.isMixed ? 'DIFFERENT_ORGANISATIONS' : 'SAME_ORGANISATION',
    ...(duo.isComplementary ? (['COMPLEMENTARY_DISCIPLINES'] as const) : []),
    ...(duo.expertise > 0 ? (['EXPERTISE'] as const) : []),
    ...(duo.languages > 0 ? (['LANGUAGE'] as const) : []),
  ];
  return codes.map((code) => ({ code, text: DuoReasonCode.dutch[code] }));
}
