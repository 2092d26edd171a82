/** What a role is called. */
export const roleWords: Readonly<Record<string, string>> = {
  'care-broker': 'zorgbemiddelaar',
  'case-owner': 'casushouder',
  'ret-member': 'lid van het expertteam',
  'provider-planner': 'planner van een aanbieder',
  'provider-system': 'systeem van een aanbieder',
  analyst: 'analist',
  'privacy-officer': 'functionaris gegevensbescherming',
  operator: 'beheerder',
  developer: 'ontwikkelaar',
};

/** What a purpose is in the words of who looks. */
export const purposeWords: Readonly<Record<string, string>> = {
  FIND_CARE: 'Passende hulp zoeken',
  OWN_CASE: 'Mijn eigen casus',
  ROUND_TABLE: 'Een ronde tafel',
  PLAN_CARE: 'Hulp plannen',
  PUBLISH: 'Aanbod doorgeven',
  STATISTICS: 'Cijfers maken',
  SUPERVISION: 'Toezicht',
  OPERATION: 'Beheer',
};
