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
  const place = `caseId: "${nothing}", offerId: "${nothing}"`;
  return {
    case: `id: "${ids.case}"`,
    referral: `id: "${ids.referral}"`,
    recordConsent: `input: { idempotencyKey: $key, ${consent}, givenAt: "2026-01-01T00:00:00Z" }`,
    withdrawConsent: `input: { idempotencyKey: $key, ${consent} }`,
    referCase: `input: { idempotencyKey: $key, caseId: "${nothing}", organisationId: "${ids.organisation}" }`,
    withdrawReferral: `input: { idempotencyKey: $key, referralId: "${nothing}" }`,
    registerConsultation: `input: { idempotencyKey: $key, channel: PHONE, municipalityCode: "0000", referrer: { kind: PARENT, municipalityCode: "0000" } }`,
    recordContact: `input: { ${consultation}, kind: PHONE }`,
    recordIntervention: `input: { ${consultation}, intervention: TAILOR_MADE }`,
    recordOutcome: `input: { ${consultation}, kind: NOT_SUCCESSFUL, measuredOn: "2026-01-01" }`,
    closeConsultation: `input: { ${consultation} }`,
    abandonConsultation: `input: { ${consultation}, reason: OTHER }`,
    breakGlass: `input: { idempotencyKey: $key, caseId: "${nothing}", reason: OTHER, explanation: "Er is nu geen andere weg." }`,
    endBreakGlass: `input: { idempotencyKey: $key, breakGlassId: "${nothing}" }`,
    reviewBreakGlass: `input: { idempotencyKey: $key, breakGlassId: "${nothing}", verdict: JUSTIFIED }`,
    caseAccesses: `caseId: "${ids.case}"`,
    professionalAccesses: `professionalId: "${ids.professional}"`,
    yearTable: 'region: "flevoland", year: 2023',
    sla48h: 'year: 2023, by: MONTH',
    residentialCount: 'year: 2023',
    ladderShift: 'year: 2023',
    fosterToResidential: 'year: 2023, by: MONTH',
    fosterEndings: 'year: 2023, by: MONTH',
    waitingTimes: 'year: 2023, by: RUNG',
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
    setNoticeAddress: 'input: { idempotencyKey: $key, address: null }',
    confirmNoticeAddress: 'input: { idempotencyKey: $key, code: "0" }',
    readNotices: 'input: { idempotencyKey: $key, noticeIds: [] }',
    subscribeToEvents: 'input: { idempotencyKey: $key, url: "http://127.0.0.1/", kinds: [CAPACITY_REPORTED] }',
    unsubscribeFromEvents: `input: { idempotencyKey: $key, subscriptionId: "${nothing}" }`,
  };
}
