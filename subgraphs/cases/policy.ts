import type { Role } from '../../platform/identity/caller.js';
import type { Policy } from '../../platform/policy/policy.js';

const caseWorkers: readonly Role[] = ['care-broker', 'case-owner'];
/** Who may know who looked: those who answer to the family for it, and who supervises it. */
const accessReaders: readonly Role[] = ['case-owner', 'privacy-officer'];
const tableReaders: readonly Role[] = ['care-broker', 'analyst'];
const providers: readonly Role[] = ['provider-planner', 'provider-system'];
const referralReaders = [...caseWorkers, ...providers];
const ownCases = 'broker: own region; case owner: own organisation';
const accessRows = 'case owner: cases of the own organisation; privacy officer: every case';
const referrals = `${ownCases}; a provider: addressed to its own organisation, while it is open and its ground holds`;
const openings = 'broker: own openings; case owner: cases of the own organisation; privacy officer: every opening';
const openingReaders: readonly Role[] = ['care-broker', ...accessReaders];
const ownerOnly = 'cases of the own organisation';
const countedRegion = 'own region; for an analyst what says too much of few is withheld';

/**
 * Who may use cases: those who work on a case, and for the counted year table brokers and those who study it. Brokers see their
 * region and case owners their own organisation: the read models hold to that. A case owner, who knows the own children one by
 * one, could take them from a row of the year table and read off the others.
 */
export const casesPolicy: Policy = {
  operations: [
    { names: ['case', 'cases', 'consultations', 'overdueConsultations'], roles: caseWorkers, rows: ownCases },
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
    { names: ['referral', 'referrals'], roles: referralReaders, rows: referrals, scope: 'registers/cases/needs:read' },
    { names: ['recordConsent'], roles: ['case-owner'], rows: ownerOnly },
    { names: ['withdrawConsent', 'withdrawReferral'], roles: caseWorkers, rows: ownCases },
    { names: ['referCase'], roles: caseWorkers, rows: `${ownCases}; a restricted case: own organisation only` },
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
      names: [...['yearTable', 'sla48h', 'residentialCount', 'ladderShift', 'fosterToResidential', 'fosterEndings']],
      roles: tableReaders,
      rows: countedRegion,
      scope: 'stats/region:read',
    },
  ],
  types: [
    {
      names: ['Case', 'Consultation', 'Referrer', 'ContactMoment', 'Outcome', 'ChangedConsultation'],
      roles: caseWorkers,
      rows: ownCases,
    },
    {
      names: ['Need'],
      roles: caseWorkers,
      rows: `${ownCases}; postcodes of a restricted case: own organisation, and for an hour who opened it in an emergency`,
    },
    { names: ['Consent', 'WithdrawnConsent', 'ReferralStep'], roles: caseWorkers, rows: ownCases },
    { names: ['RecordedConsent'], roles: ['case-owner'], rows: ownerOnly },
    { names: ['Referral', 'ReferredNeed'], roles: referralReaders, rows: referrals },
    { names: ['Offer', 'Hold'], roles: referralReaders, rows: 'the key only, of those that a referral names' },
    { names: ['BreakGlass'], roles: openingReaders, rows: openings },
    { names: ['BreakGlassStep'], roles: ['care-broker', 'privacy-officer'], rows: openings },
    { names: ['BreakGlassReviews'], roles: ['privacy-officer'], rows: 'every opening' },
    { names: ['CaseAccess'], roles: accessReaders, rows: accessRows },
    {
      names: ['Organisation'],
      roles: [...referralReaders, 'privacy-officer'],
      rows: 'the key only, of those that such a row names',
    },
    {
      names: ['Figure', 'FigureRow', 'FigureCell', 'FigureLabel'],
      roles: tableReaders,
      rows: countedRegion,
    },
    {
      names: ['YearTable', 'YearTableSection', 'YearTableRow', 'YearTableCell', 'YearTableCheck'],
      roles: tableReaders,
      rows: countedRegion,
    },
  ],
  fields: [
    { names: ['Case.ownReference'], roles: ['case-owner'], rows: 'own organisation' },
    { names: ['BreakGlass.reviewNote'], roles: ['privacy-officer'], rows: 'every opening' },
    { names: ['Referral.case'], roles: caseWorkers, rows: ownCases },
  ],
};
