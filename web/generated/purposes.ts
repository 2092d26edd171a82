// Written by `npm run compose`: change the schema, the vocabulary or the operation instead.

/** Why each role may look at data about people, the usual first. */
export const purposesOfRole: Readonly<Record<string, readonly string[]>> = {
  "case-owner": [
    "OWN_CASE",
    "FIND_CARE",
    "ROUND_TABLE"
  ],
  "care-broker": [
    "FIND_CARE",
    "ROUND_TABLE"
  ],
  "ret-member": [
    "ROUND_TABLE",
    "FIND_CARE"
  ],
  "provider-planner": [
    "PLAN_CARE",
    "PUBLISH",
    "ROUND_TABLE"
  ],
  "provider-system": [
    "PUBLISH",
    "PLAN_CARE"
  ],
  "analyst": [
    "STATISTICS"
  ],
  "privacy-officer": [
    "SUPERVISION"
  ],
  "operator": [
    "OPERATION"
  ],
  "developer": [
    "OPERATION"
  ]
};
