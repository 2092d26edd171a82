import { HubError } from '../../../platform/errors/errors.js';
import { defineEnum } from '../../../vocabulary/define-enum.js';
import type { Need } from '../borrowed-types.js';
import { expertiseForNeed } from '../expertise/expertise-for-need.rules.js';
import type { TeamKind } from '../team/team.vocabulary.js';
import type { ExpertSearch, FoundTeam } from './experts.read-model.js';

/** Why a team stands where it stands, in the order in which the points count. */
export const TeamReasonCode = defineEnum(
  'TeamReasonCode',
  'A reason for the place of a team: an ordering, no judgement of people.',
  {
    EXPERTISE: 'Heeft iemand die thuis is in wat er speelt.',
    LANGUAGE: 'Heeft iemand die de taal van het gezin spreekt.',
  },
);
export type TeamReasonCode = (typeof TeamReasonCode.codes)[number];

/** To which teams one turns with a case. A proposal: those that advise on a family or go there, none that settles how work is organised. */
export const helpingTeamKinds: readonly TeamKind[] = [
  ...(['ACCELERATION', 'RET', 'RET_2_0', 'EXPERT_TEAM'] as const),
  ...(['AMBULATORY_DUO', 'FACT', 'LOCAL_TEAM', 'SAFETY_TEAM'] as const),
];

const most = 20;

/** Who is sought for a need. Dutch is no language to seek by: everybody is taken to speak it. Throws BAD_USER_INPUT. */
export function toExpertSearch(need: Need, first: number): ExpertSearch {
  if (first < 1 || first > most) throw new HubError('BAD_USER_INPUT', { field: 'first', expected: `1–${most}` });
  return {
    municipalityCode: need.municipalityCode,
    expertise: expertiseForNeed(need),
    languages: need.languages.filter((tag) => !/^nl(-|$)/i.test(tag)),
    first,
  };
}

/** The reasons for one team: codes, and the Dutch sentences that a broker reads. */
export function teamReasons({ known, spoken }: Pick<FoundTeam, 'known' | 'spoken'>): {
  code: TeamReasonCode;
  text: string;
}[] {
  const holds: Readonly<Record<TeamReasonCode, boolean>> = { EXPERTISE: known > 0, LANGUAGE: spoken > 0 };
  return TeamReasonCode.codes.filter((code) => holds[code]).map((code) => ({ code, text: TeamReasonCode.dutch[code] }));
}
