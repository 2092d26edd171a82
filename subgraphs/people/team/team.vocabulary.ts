import { defineEnum } from '../../../vocabulary/define-enum.js';

export const TeamKind = defineEnum('TeamKind', 'What a team is for.', {
  ACCELERATION: 'Versnellingsteam',
  AMBULATORY_DUO: "ambulant team dat in duo's werkt",
  RET: 'regionaal expertteam (RET)',
  RET_2_0: 'RET 2.0',
  DEDICATED: 'Dedicated Team',
  ENABLING_CREW: 'Enabling Crew: maakt mogelijk, beslist niet',
  PROJECT_GROUP: 'projectgroep',
  TASK_CREW: 'klusploeg',
  LOCAL_TEAM: 'lokaal team',
  FACT: 'FACT-team',
  EXPERT_TEAM: 'expertteam',
  POLICY_GROUP: 'beleidsgroep',
  SAFETY_TEAM: 'regionaal veiligheidsteam',
});
export type TeamKind = (typeof TeamKind.codes)[number];
