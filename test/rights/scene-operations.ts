/** What stands in the database for the matrix to come to. */
export interface SceneIds {
  readonly case: string;
  readonly consultation: string;
  readonly referral: string;
  readonly offer: string;
  /** An offer for which a case waits. */
  readonly waitedFor: string;
  readonly hold: string;
  readonly organisation: string;
  readonly professional: string;
  readonly team: string;
  readonly deployment: string;
}

const nothing = '00000000-0000-4000-8000-000000000000';

/**
 * The arguments of every operation that needs some. Mutations are rehearsed, or ask for what does not exist: what they answer shows
 * whether the role was let in, and nothing changes for who asks next.
 */
export function givenArguments(ids: SceneIds): Readonly<Record<string, string>> {
  const step = `input: { idempotencyKey: $key, holdId: "${nothing}" }`;
  const consent = `caseId: "${nothing}", by: YOUTH, purpose: GIVING_HELP`;
  const consultation = `idempotencyKey: $key, consultationId: "${nothing}", version: 1`;
  const placement = `idempotencyKey: $key, placementId: "${nothing}", version: 1`;
  const table = `idempotencyKey: $key, roundTableId: "${nothing}", version: 1`;
  const file = `idempotencyKey: $key, caseId: "${nothing}", version: 1`;
  const deployment = `idempotencyKey: $key, deploymentId: "${nothing}", version: 1`;
  const question = `idempotencyKey: $key, requestId: "${nothing}", version: 1`;
  const meeting = `idempotencyKey: $key, sessionId: "${nothing}", version: 1`;
  const place = `caseId: "${nothing}", offerId: "${nothing}"`;
  return {
    case: `id: "${ids.case}"`,
    consultation: `id: "${nothing}"`,
    referral: `id: "${ids.referral}"`,
    saveSearch: `input: { idempotencyKey: $key, need: { municipalityCode: "0000", birthYear: 2014 } }`,
    ...Object.fromEntries(
      ['renewSearch', 'removeSearch'].map((one) => [one, `input: { idempotencyKey: $key, searchId: "${nothing}" }`]),
    ),
    recordConsent: `input: { idempotencyKey: $key, ${consent}, givenAt: "2026-01-01T00:00:00Z" }`,
    withdrawConsent: `input: { idempotencyKey: $key, ${consent} }`,
    referCase: `input: { idempotencyKey: $key, caseId: "${nothing}", organisationId: "${ids.organisation}" }`,
    answerReferral: `input: { idempotencyKey: $key, referralId: "${nothing}", answer: ACCEPT }`,
    shortlistOption: `input: { idempotencyKey: $key, ${place} }`,
    rejectOption: `input: { idempotencyKey: $key, ${place}, reason: OTHER }`,
    registerMentor: `input: { idempotencyKey: $key, caseId: "${nothing}", chosenOn: "2026-01-01" }`,
    endMentor: `input: { idempotencyKey: $key, mentorId: "${nothing}", endedOn: "2026-01-01" }`,
    allocatePlacement: `input: { idempotencyKey: $key, caseId: "${nothing}", rung: OWN_HOME }`,
    ...Object.fromEntries(
      ['startPlacement', 'pausePlacement', 'resumePlacement'].map((step) => [step, `input: { ${placement} }`]),
    ),
    endPlacement: `input: { ${placement}, reason: ACCORDING_TO_PLAN }`,
    cancelPlacement: `input: { ${placement}, reason: BY_CLIENT }`,
    recordDischargeBlock: `input: { ${placement}, reason: HOUSING }`,
    liftDischargeBlock: `input: { ${placement} }`,
    describeProduct: `input: { ${placement}, product: { category: "45" } }`,
    exportedPlacement: `id: "${nothing}"`,
    exportedPlacements: 'fromOn: "2026-01-01", toOn: "2026-06-30"',
    decideKinshipTerm: `input: { idempotencyKey: $key, placementId: "${nothing}", decision: SUITABLE, decidedOn: "2026-01-01" }`,
    withdrawReferral: `input: { idempotencyKey: $key, referralId: "${nothing}" }`,
    registerConsultation: `input: { idempotencyKey: $key, channel: PHONE, municipalityCode: "0000", referrer: { kind: PARENT, municipalityCode: "0000" } }`,
    recordContact: `input: { ${consultation}, kind: PHONE }`,
    recordIntervention: `input: { ${consultation}, intervention: TAILOR_MADE }`,
    recordOutcome: `input: { ${consultation}, kind: NOT_SUCCESSFUL, measuredOn: "2026-01-01" }`,
    closeConsultation: `input: { ${consultation} }`,
    abandonConsultation: `input: { ${consultation}, reason: OTHER }`,
    answerChecklistItem: `input: { idempotencyKey: $key, caseId: "${nothing}", version: 0, isRetDiscussed: true }`,
    completeChecklist: `input: { idempotencyKey: $key, caseId: "${nothing}", version: 1 }`,
    recordCbsOutcome: `input: { idempotencyKey: $key, caseId: "${nothing}", measuredOn: "2026-01-01", informant: YOUTH, isDropOut: false, isRestart: false }`,
    recordLearningReview: `input: { idempotencyKey: $key, caseIds: ["${nothing}"], heldOn: "2026-01-01", helped: [HELP_AT_HOME] }`,
    raiseSignal: `input: { idempotencyKey: $key, destination: POLICY, factor: RULES, ownerOrganisationId: "${ids.organisation}", dueOn: "2000-01-01" }`,
    answerSignal: `input: { idempotencyKey: $key, signalId: "${nothing}", version: 1, state: SOLVED }`,
    planRoundTable: `input: { idempotencyKey: $key, caseId: "${nothing}", kind: RET_MORNING, plannedAt: "2026-01-01T00:00:00Z", isInstitutionInvolved: false, isInstitutionInvited: false }`,
    recordRoundTable: `input: { ${table}, areParentsPresent: true, decisions: [MEET_AGAIN] }`,
    cancelRoundTable: `input: { ${table}, reason: OTHER }`,
    openCase: 'input: { idempotencyKey: $key, birthYear: 2014, municipalityCode: "0000" }',
    describeNeed: `input: { ${file}, need: {} }`,
    linkSiblings: `input: { ${file}, siblingId: "${ids.case}" }`,
    unlinkSiblings: `input: { ${file}, siblingId: "${ids.case}" }`,
    changeCase: `input: { ${file}, changes: {} }`,
    handOverCase: `input: { ${file}, region: "flevoland" }`,
    closeCase: `input: { ${file}, reason: OTHER }`,
    reopenCase: `input: { ${file} }`,
    breakGlass: `input: { idempotencyKey: $key, caseId: "${nothing}", reason: OTHER, explanation: "Er is nu geen andere weg." }`,
    endBreakGlass: `input: { idempotencyKey: $key, breakGlassId: "${nothing}" }`,
    reviewBreakGlass: `input: { idempotencyKey: $key, breakGlassId: "${nothing}", verdict: JUSTIFIED }`,
    caseAccesses: `caseId: "${ids.case}"`,
    familyAccesses: `offerId: "${ids.offer}"`,
    professionalAccesses: `professionalId: "${ids.professional}"`,
    yearTable: 'region: "flevoland", year: 2023',
    sla48h: 'year: 2023, by: MONTH',
    residentialCount: 'year: 2023',
    ladderShift: 'year: 2023',
    fosterToResidential: 'year: 2023, by: MONTH',
    fosterEndings: 'year: 2023, by: MONTH',
    dischargeBlocked: 'year: 2023, by: RUNG',
    retDiscussed: 'year: 2023, by: MONTH, subject: RESIDENTIAL',
    costBenefit: 'year: 2023, assumedStayDays: 360, tariffs: [{ rung: SECURE, euroPerDay: 1 }]',
    stuckCases: 'year: 2023, by: RUNG, measure: WEEKS',
    goalProgress: 'year: 2023',
    agreeGoal: 'input: { idempotencyKey: $key, year: 2099, measure: MENTORS, operator: AT_LEAST, target: 1 }',
    waitingTimes: 'year: 2023, by: RUNG',
    waitingQuarters: 'year: 2023',
    unmetNeed: 'year: 2023, by: REASON',
    hold: `id: "${ids.hold}"`,
    waitlist: `offerId: "${ids.waitedFor}"`,
    offer: `id: "${ids.offer}"`,
    organisation: `id: "${ids.organisation}"`,
    team: `id: "${ids.team}"`,
    freshnessBoard: 'region: "flevoland"',
    options: 'need: { birthYear: 2014, municipalityCode: "0995", nearPostcode4: "8232" }',
    answerHold: `input: { idempotencyKey: $key, holdId: "${nothing}", answer: ACCEPT }`,
    releaseHold: step,
    convertHold: step,
    holdPlace: `input: { idempotencyKey: $key, ${place} }`,
    holdPlaces: `input: { idempotencyKey: $key, places: [{ ${place} }] }`,
    joinWaitlist: `input: { idempotencyKey: $key, ${place} }`,
    leaveWaitlist: `input: { idempotencyKey: $key, entryId: "${nothing}" }`,
    closeIntake: 'input: { idempotencyKey: $key, offerKey: "no such key", reason: OTHER }',
    reopenIntake: 'input: { idempotencyKey: $key, offerKey: "no such key" }',
    confirmCapacity: 'input: { idempotencyKey: $key, offerKeys: ["no such key"], isRehearsal: true }',
    withdrawReport: 'input: { idempotencyKey: $key, offerKey: "no such key", sequence: 1 }',
    publishCapacity: `input: { idempotencyKey: $key, asOf: "2026-01-01T00:00:00Z", isRehearsal: true, reports: [{
      offerKey: "no such key", sequence: 1, status: NO_CAPACITY, available: 0, maximum: 1, unit: PLACE }] }`,
    registerOffers:
      'input: { idempotencyKey: $key, isRehearsal: true, offers: [{ key: "no such key", isRetired: true }] }',
    disputeCapacity: `input: { idempotencyKey: $key, offerId: "${ids.offer}", claim: NOT_FREE }`,
    setAvailability: `input: { idempotencyKey: $key, professionalId: "${nothing}", windows: [] }`,
    recordAbsence: `input: { idempotencyKey: $key, professionalId: "${nothing}", fromOn: "2026-01-01", toOn: "2026-01-02" }`,
    withdrawAbsence: `input: { idempotencyKey: $key, professionalId: "${nothing}", fromOn: "2026-01-01" }`,
    searchProfessionals: 'search: { municipalityCode: "0995" }',
    publishProfessionals:
      'input: { idempotencyKey: $key, isRehearsal: true, professionals: [{ key: "no such key", leftOn: "2026-01-01" }] }',
    confirmProfessionals: 'input: { idempotencyKey: $key, keys: ["no such key"] }',
    publishIntakeContact: 'input: { idempotencyKey: $key, phone: "nobody" }',
    wayfinder: 'situation: STUCK, region: "flevoland"',
    weighingGuide: 'rung: SECURE, region: "flevoland"',
    askNetwork: 'input: { idempotencyKey: $key, function: KNOWLEDGE, situation: STUCK, municipalityCode: "0000" }',
    answerRequest: `input: { ${question}, answer: CONTACTED }`,
    handOnRequest: `input: { ${question}, reason: NO_TIME }`,
    escalateRequest: `input: { ${question}, reason: TOO_LATE }`,
    themes: 'region: "flevoland"',
    themeAgenda: 'year: 2023',
    commonTimes: `professionalIds: ["${ids.professional}"], from: "2099-01-01T00:00:00Z", until: "2099-01-08T00:00:00Z", minutes: 60`,
    planThemeSession: `input: { idempotencyKey: $key, themeCode: "NO_SUCH_THEME", plannedAt: "2099-01-01T00:00:00Z", minutes: 60, participantIds: ["${nothing}"] }`,
    recordThemeSession: `input: { ${meeting}, outcomes: [MEET_AGAIN] }`,
    cancelThemeSession: `input: { ${meeting}, reason: OTHER }`,
    networkRequest: `id: "${nothing}"`,
    duoUse: 'year: 2023, by: MONTH',
    networkResponse: 'year: 2023, by: MONTH',
    deployment: `id: "${ids.deployment}"`,
    deployDuo: `input: { idempotencyKey: $key, caseId: "${nothing}", teamId: "${ids.team}", professionalIds: ["${nothing}", "${ids.professional}"],
      purpose: SHORTEN_STAY, hours: [{ timeWindow: EVENING, hoursPerWeek: 1 }], toOn: "2099-01-01" }`,
    endDeployment: `input: { ${deployment}, reason: MISTAKE }`,
    extendDeployment: `input: { ${deployment}, toOn: "2099-01-01" }`,
    swapDuoMember: `input: { ${deployment}, leavingId: "${nothing}", joiningId: "${nothing}" }`,
    recordDeploymentAction: `input: { idempotencyKey: $key, deploymentId: "${nothing}", kind: FAMILY_TALK, doneOn: "2026-01-01", hours: 1 }`,
    setNoticeAddress: 'input: { idempotencyKey: $key, address: null }',
    confirmNoticeAddress: 'input: { idempotencyKey: $key, code: "0" }',
    readNotices: 'input: { idempotencyKey: $key, noticeIds: [] }',
    subscribeToEvents: 'input: { idempotencyKey: $key, url: "http://127.0.0.1/", kinds: [CAPACITY_REPORTED] }',
    unsubscribeFromEvents: `input: { idempotencyKey: $key, subscriptionId: "${nothing}" }`,
  };
}
