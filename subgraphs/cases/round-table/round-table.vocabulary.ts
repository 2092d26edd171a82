import { defineEnum } from '../../../vocabulary/define-enum.js';

export const RoundTableKind = defineEnum('RoundTableKind', 'What kind of meeting about a child it is.', {
  ROUND_TABLE: 'ronde tafel',
  ACCELERATION_TABLE: 'versnellingstafel',
  RET_MORNING: 'ochtend van het regionaal expertteam',
  CASE_WEEK: 'Week van de Casus',
  LOCAL_TEAM_REVIEW: 'terugblik in het wijkteam',
  EARLY_JOINT_MEETING: 'vroegtijdig samen oplopen',
});
export type RoundTableKind = (typeof RoundTableKind.codes)[number];

export const RoundTableState = defineEnum('RoundTableState', 'How far a round table is.', {
  PLANNED: 'gepland',
  HELD: 'gehouden',
  CANCELLED: 'afgezegd',
});
export type RoundTableState = (typeof RoundTableState.codes)[number];

export const TableDecision = defineEnum('TableDecision', 'What was decided at a round table; several are possible.', {
  STAY_HOME_WITH_HELP: 'thuis blijven met hulp',
  INTENSIFY_AMBULATORY: 'intensieve ambulante hulp inzetten',
  DEPLOY_DUO: 'Team AnderS inzetten',
  ACTIVATE_NETWORK: 'steun uit het eigen netwerk inzetten',
  SEEK_FAMILY_FORM: 'pleegzorg of gezinshuis zoeken',
  SEEK_RESIDENTIAL: 'verblijf in een groep zoeken',
  EXPLANATORY_ANALYSIS: 'verklarende analyse laten maken',
  TAILORED_ARRANGEMENT: 'maatwerkarrangement maken',
  REFER_TO_RET: 'naar het regionaal expertteam',
  HELP_FOR_PARENTS: 'hulp voor de ouders: wonen, geld, verslaving, scheiding',
  MEET_AGAIN: 'opnieuw bij elkaar komen',
  NOTHING_DECIDED: 'niets besloten',
});
export type TableDecision = (typeof TableDecision.codes)[number];

export const TableCancelReason = defineEnum('TableCancelReason', 'Why a round table does not take place.', {
  FAMILY_DECLINES: 'het gezin wil het niet',
  PARTICIPANTS_UNABLE: 'deelnemers zijn verhinderd',
  NOT_NEEDED: 'niet meer nodig',
  MOVED: 'verzet: er is een andere gepland',
  OTHER: 'anders',
});
export type TableCancelReason = (typeof TableCancelReason.codes)[number];
