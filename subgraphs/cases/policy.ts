import type { Role } from '../../platform/identity/caller.js';
import type { Scope } from '../../platform/identity/scopes.js';
import type { Policy } from '../../platform/policy/policy.js';

const caseWorkers: readonly Role[] = ['care-broker', 'case-owner'];
/** Who may know who looked: those who answer to the family for it, and who supervises it. */
const accessReaders: readonly Role[] = ['case-owner', 'privacy-officer'];
const tableReaders: readonly Role[] = ['care-broker', 'analyst'];
const providers: readonly Role[] = ['provider-planner', 'provider-system'];
const referralReaders = [...caseWorkers, ...providers];
const needsRead: Scope = 'registers/cases/needs:read';
const needsAnswer: Scope = 'registers/cases/needs:answer';
/** Who answers a referral is told of it by the answer. */
const referralScopes: readonly Scope[] = [needsRead, needsAnswer];
const statsRead: Scope = 'stats/region:read';
const ownCases = 'broker: own region; case owner: own organisation';
const unlessRestricted = `${ownCases}; a restricted case: own organisation only`;
const accessRows = 'case owner: cases of the own organisation; privacy officer: every case';
const referrals = `${ownCases}; a provider: addressed to its own organisation, while it is open and its ground holds`;
const openings = 'broker: own openings; case owner: cases of the own organisation; privacy officer: every opening';
const openingReaders: readonly Role[] = ['care-broker', ...accessReaders];
const atTables = `${ownCases}; table member: on a table that stands`;
const tableMembers: readonly Role[] = [...caseWorkers, 'ret-member'];
const measured = ['DueOutcome', 'CbsOutcome', 'RecordedCbsOutcome'];
const checklist = ['ResidentialChecklist', 'ChecklistAlternative', 'ChangedChecklist'];
const signalReaders: readonly Role[] = [...caseWorkers, 'analyst'];
const signals = 'broker, analyst: own region; case owner: those that are its own to answer';
const ownerOnly = 'cases of the own organisation';
const countedRegion = 'own region; for an analyst what says too much of few is withheld';

const placementSteps = [
  ...['shortlistOption', 'rejectOption', 'registerMentor', 'endMentor', 'decideKinshipTerm'],
  ...['allocatePlacement', 'startPlacement', 'pausePlacement', 'resumePlacement', 'endPlacement', 'cancelPlacement'],
  ...['recordDischargeBlock', 'liftDischargeBlock'],
  'describeProduct',
];

/**
 * Who may use cases: those who work on a case, and for the counted year table brokers and those who study it. Brokers see their
 * region and case owners their own organisation: the read models hold to that. A case owner, who knows the own children one by
 * one, could take them from a row of the year table and read off the others.
 */
export const casesPolicy: Policy = {
  operations: [
    {
      names: ['case', 'cases', 'consultation', 'consultations', 'overdueConsultations'],
      roles: caseWorkers,
      rows: ownCases,
    },
    {
      names: ['registerConsultation'],
      roles: caseWorkers,
      rows: 'broker: own region; case owner: as the own organisation',
    },
    {
      names: ['recordContact', 'recordIntervention', 'recordOutcome', 'closeConsultation', 'abandonConsultation'],
      roles: ['care-broker'],
      rows: 'own region',
    },
    {
      names: ['openCase'],
      roles: caseWorkers,
      rows: 'broker: own region; case owner: as the own organisation',
    },
    {
      names: ['linkSiblings', 'unlinkSiblings'],
      roles: caseWorkers,
      rows: `both cases: ${ownCases}; a restricted case: own organisation only`,
    },
    { names: ['changeCase', 'describeNeed', 'closeCase', 'reopenCase'], roles: caseWorkers, rows: ownCases },
    {
      names: ['handOverCase'],
      roles: caseWorkers,
      rows: `${ownCases}; to another owner, and a restricted case: own organisation only`,
    },
    { names: ['referral', 'referrals'], roles: referralReaders, rows: referrals, scopes: [needsRead] },
    { names: ['recordConsent'], roles: ['case-owner'], rows: ownerOnly },
    { names: ['withdrawConsent', 'withdrawReferral'], roles: caseWorkers, rows: ownCases },
    { names: ['referCase'], roles: caseWorkers, rows: unlessRestricted },
    {
      names: ['answerReferral'],
      roles: providers,
      rows: 'addressed to its own organisation, while it is open and comes with no hold',
      scopes: [needsAnswer],
    },
    { names: placementSteps, roles: caseWorkers, rows: unlessRestricted },
    {
      names: ['exportedPlacement'],
      roles: caseWorkers,
      rows: unlessRestricted,
    },
    { names: ['exportedPlacements'], roles: ['case-owner'], rows: ownerOnly },
    { names: ['kinshipTermsDue'], roles: caseWorkers, rows: ownCases },
    { names: ['outcomesDue', 'recordCbsOutcome'], roles: caseWorkers, rows: ownCases },
    { names: ['recordLearningReview', 'raiseSignal'], roles: ['care-broker'], rows: 'own region' },
    { names: ['goalProgress', 'agreeGoal'], roles: ['care-broker'], rows: 'own region' },
    { names: ['learningReviews'], roles: tableReaders, rows: 'own region', scopes: [statsRead] },
    { names: ['signals'], roles: signalReaders, rows: signals, scopes: [statsRead] },
    {
      names: ['answerSignal'],
      roles: caseWorkers,
      rows: 'broker: own region; case owner: those that are its own to answer',
    },
    { names: ['answerChecklistItem', 'completeChecklist'], roles: caseWorkers, rows: unlessRestricted },
    { names: ['roundTables'], roles: tableMembers, rows: atTables },
    { names: ['planRoundTable', 'recordRoundTable', 'cancelRoundTable'], roles: caseWorkers, rows: unlessRestricted },
    { names: ['caseAccesses'], roles: accessReaders, rows: accessRows },
    {
      names: ['breakGlass'],
      roles: ['care-broker'],
      rows: 'restricted cases of the own region; second factor of the last 5 minutes; 3 a month',
    },
    { names: ['endBreakGlass'], roles: ['care-broker'], rows: 'own openings' },
    { names: ['breakGlasses'], roles: openingReaders, rows: openings },
    {
      names: ['reviewBreakGlass', 'breakGlassReviews'],
      roles: ['privacy-officer'],
      rows: 'every opening; reviews none of the own',
    },
    {
      names: [
        ...['yearTable', 'sla48h', 'residentialCount', 'ladderShift', 'fosterToResidential', 'fosterEndings'],
        ...['stuckCases', 'dischargeBlocked', 'retDiscussed', 'costBenefit'],
      ],
      roles: tableReaders,
      rows: countedRegion,
      scopes: [statsRead],
    },
  ],
  types: [
    {
      names: [
        ...['ChangedCase', 'ContactMoment', 'Outcome', 'ChangedConsultation', 'ChangedRoundTable'],
        ...[...checklist, ...measured],
      ],
      roles: caseWorkers,
      rows: ownCases,
    },
    {
      names: ['Case', 'Consultation', 'Referrer', 'RoundTable'],
      roles: tableMembers,
      rows: atTables,
    },
    { names: ['LearningReview'], roles: tableReaders, rows: 'own region', scopes: [statsRead] },
    { names: ['RecordedLearningReview'], roles: ['care-broker'], rows: 'own region' },
    { names: ['Signal'], roles: signalReaders, rows: signals, scopes: [statsRead] },
    { names: ['ChangedSignal'], roles: caseWorkers, rows: signals },
    {
      names: ['Professional'],
      roles: tableMembers,
      rows: 'the key only, of those who sit at a round table or direct the help for a family',
    },
    {
      names: ['Need'],
      roles: tableMembers,
      rows: `${atTables}; postcodes of a restricted case: own organisation, and for an hour who opened it in an emergency`,
    },
    {
      names: ['FormerNeed'],
      roles: caseWorkers,
      rows: `${ownCases}; postcodes of a restricted case: own organisation, and for an hour who opened it in an emergency`,
    },
    { names: ['GoalProgress', 'AgreedGoals'], roles: ['care-broker'], rows: 'own region' },
    { names: ['CaseEvent'], roles: caseWorkers, rows: `${ownCases}; who looked: own organisation` },
    {
      names: ['Deployment'],
      roles: caseWorkers,
      rows: 'the key only, of those that went to the family of such a case',
    },
    { names: ['Consent', 'WithdrawnConsent'], roles: caseWorkers, rows: ownCases },
    {
      names: [
        'Judgement',
        'JudgedOption',
        'Mentor',
        'RegisteredMentor',
        'Placement',
        'AllocatedProduct',
        'KinshipTerm',
        'DischargeBlock',
        'ChangedPlacement',
      ],
      roles: caseWorkers,
      rows: ownCases,
    },
    { names: ['RecordedConsent'], roles: ['case-owner'], rows: ownerOnly },
    { names: ['Referral', 'ReferredNeed'], roles: referralReaders, rows: referrals, scopes: referralScopes },
    { names: ['ReferralStep'], roles: referralReaders, rows: referrals, scopes: [needsAnswer] },
    {
      names: ['Offer', 'Hold'],
      roles: referralReaders,
      rows: 'the key only, of those that a referral names',
      scopes: referralScopes,
    },
    { names: ['BreakGlass'], roles: openingReaders, rows: openings },
    { names: ['BreakGlassStep'], roles: ['care-broker', 'privacy-officer'], rows: openings },
    { names: ['BreakGlassReviews'], roles: ['privacy-officer'], rows: 'every opening' },
    { names: ['CaseAccess'], roles: accessReaders, rows: accessRows },
    {
      names: ['Organisation'],
      roles: [...referralReaders, 'ret-member', 'analyst', 'privacy-officer'],
      rows: 'the key only, of those that such a row names',
      scopes: [...referralScopes, statsRead],
    },
    {
      names: ['Figure', 'FigureRow', 'FigureCell', 'FigureLabel', 'AgendaCount'],
      roles: tableReaders,
      rows: countedRegion,
      scopes: [statsRead],
    },
    {
      names: ['ThemeAgendaItem', 'AgendaQuestion'],
      roles: tableReaders,
      rows: 'the theme and its codes, as people gives them',
      scopes: [statsRead],
    },
    {
      names: ['YearTable', 'YearTableSection', 'YearTableRow', 'YearTableCell', 'YearTableCheck'],
      roles: tableReaders,
      rows: countedRegion,
      scopes: [statsRead],
    },
  ],
  fields: [
    { names: ['Case.ownReference'], roles: ['case-owner'], rows: 'own organisation' },
    {
      names: ['Case.siblings'],
      roles: caseWorkers,
      rows: `both cases: ${ownCases}; of or to a restricted case: own organisation only`,
    },
    { names: ['BreakGlass.reviewNote'], roles: ['privacy-officer'], rows: 'every opening' },
    { names: ['LearningReview.cases'], roles: ['care-broker'], rows: 'own region' },
    { names: ['Referral.case'], roles: caseWorkers, rows: ownCases },
  ],
};
