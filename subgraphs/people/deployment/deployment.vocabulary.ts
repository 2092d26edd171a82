import { defineEnum } from '../../../vocabulary/define-enum.js';

export const DeploymentPurpose = defineEnum('DeploymentPurpose', 'What a duo goes to a family for.', {
  PREVENT_OUT_OF_HOME: 'voorkomen dat het kind uit huis gaat',
  SHORTEN_STAY: 'het verblijf buitenshuis verkorten',
});
export type DeploymentPurpose = (typeof DeploymentPurpose.codes)[number];

export const DeploymentStatus = defineEnum('DeploymentStatus', 'How far the deployment of a duo is, by the calendar.', {
  PLANNED: 'afgesproken, nog niet begonnen',
  ACTIVE: 'het duo is bij het gezin',
  ENDED: 'beëindigd',
});
export type DeploymentStatus = (typeof DeploymentStatus.codes)[number];

export const DeploymentEndReason = defineEnum('DeploymentEndReason', 'Why a duo stopped before its last day.', {
  GOAL_REACHED: 'het doel is bereikt',
  HANDED_OVER: 'overgedragen aan andere hulp',
  FAMILY_STOPPED: 'het gezin wil niet verder',
  NOT_SUCCESSFUL: 'niet gelukt',
  MISTAKE: 'bij vergissing afgesproken',
});
export type DeploymentEndReason = (typeof DeploymentEndReason.codes)[number];

export const DeploymentActionKind = defineEnum('DeploymentActionKind', 'Something that a duo did for a family.', {
  PRACTICAL_HELP: 'praktische hulp, zoals een stapelbed in elkaar zetten',
  FAMILY_TALK: 'gesprek met het gezin',
  PARENTING_SUPPORT: 'hulp bij de opvoeding',
  NETWORK_MEETING: 'overleg met het eigen netwerk van het gezin',
  SCHOOL_CONTACT: 'contact met school',
  OTHER_DOMAIN: 'geldzaken, wonen of een ander domein',
  CRISIS_RESPONSE: 'hulp bij crisis',
});
export type DeploymentActionKind = (typeof DeploymentActionKind.codes)[number];
