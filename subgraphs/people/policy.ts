import type { Role } from '../../platform/identity/caller.js';
import type { Scope } from '../../platform/identity/scopes.js';
import type { Policy } from '../../platform/policy/policy.js';

const workers: readonly Role[] = ['care-broker', 'case-owner', 'ret-member', 'provider-planner', 'provider-system'];
/** Who may find a team may find the way to it. */
const wayseekers: readonly Role[] = ['care-broker', 'case-owner', 'ret-member', 'provider-planner'];
const requestRows = 'own questions and those to the own team; a broker: all of the own region';
const answeredRows = 'those to the own team; a broker: those of the own region';
const networkRows = 'all: no person is in it';
const guideRows = 'all: what a region tells everybody who works in it';
const profileReaders: readonly Role[] = [...workers, 'analyst', 'privacy-officer'];
const organisationsRead: Scope = 'registers/people/organisations:read';
const professionalsRead: Scope = 'registers/people/professionals:read';
const professionalsPublish: Scope = 'registers/people/professionals:publish';
/** Who publishes reads back what it said. */
const ownProfessionals: readonly Scope[] = [professionalsRead, professionalsPublish];
/** An offer or professional is told with whose it is. */
const profileRead: readonly Scope[] = [organisationsRead, professionalsRead, 'registers/capacity/offers:read'];
const publicProfile = 'all: the public profile';
const teamRows = "all; a provider's system: those in which the own organisation takes part";
const professionalRows =
  'those who want to be found, and all of the own organisation; a provider: own organisation only';
const caseSeekers: readonly Role[] = ['care-broker', 'case-owner'];
/** Who keeps the professionals of the own organisation. */
export const ownPeople: readonly Role[] = ['provider-planner', 'provider-system'];
const deploymentReaders: readonly Role[] = [...caseSeekers, ...ownPeople];
const ownCases = 'broker: own region; case owner: own organisation';
const deploymentRows = `${ownCases}; a provider: those in which its own people go`;
const figureReaders: readonly Role[] = ['care-broker', 'analyst'];
const countedRegion = 'own region; for an analyst what says too much of few is withheld';
const statsRead: Scope = 'stats/region:read';
const sessionRows = 'own region; a planner: those in which own people sit';
const reviewers: readonly Role[] = ['provider-planner', 'privacy-officer'];
const reviewRows = 'planner: of the own professionals; privacy officer: all, without the professional';

/**
 * Who may use people. The profile of an organisation is public within the hub; teams and professionals are for those who work
 * with families or plan that work. Which teams and professionals each of them sees is held to in the stores.
 */
export const peoplePolicy: Policy = {
  operations: [
    {
      names: ['organisation', 'organisations'],
      roles: profileReaders,
      rows: publicProfile,
      scopes: [organisationsRead],
    },
    { names: ['networks'], roles: workers, rows: networkRows, scopes: [organisationsRead] },
    { names: ['team', 'teams'], roles: workers, rows: teamRows, scopes: [organisationsRead] },
    {
      names: ['professionals', 'searchProfessionals'],
      roles: workers,
      rows: professionalRows,
      scopes: [professionalsRead],
    },
    { names: ['wayfinder', 'weighingGuide'], roles: wayseekers, rows: guideRows },
    { names: ['networkRequest', 'networkRequests'], roles: wayseekers, rows: requestRows },
    { names: ['askNetwork'], roles: wayseekers, rows: 'any municipality; a broker: of the own region' },
    { names: ['escalateRequest'], roles: wayseekers, rows: requestRows },
    {
      names: ['answerRequest', 'handOnRequest'],
      roles: ['care-broker', 'ret-member', 'provider-planner'],
      rows: answeredRows,
    },
    { names: ['themes'], roles: wayseekers, rows: guideRows },
    { names: ['themeSessions'], roles: wayseekers, rows: sessionRows },
    {
      names: ['planThemeSession', 'recordThemeSession', 'cancelThemeSession'],
      roles: ['care-broker'],
      rows: 'own region',
    },
    { names: ['themeAgenda'], roles: figureReaders, rows: 'own region', scopes: [statsRead] },
    { names: ['commonTimes'], roles: wayseekers, rows: professionalRows },
    { names: ['professionalAccesses'], roles: reviewers, rows: reviewRows },
    {
      names: ['setAvailability', 'recordAbsence', 'withdrawAbsence', 'publishProfessionals', 'confirmProfessionals'],
      roles: ownPeople,
      rows: 'own professionals',
      scopes: [professionalsPublish],
    },
    { names: ['publishIntakeContact'], roles: ownPeople, rows: 'own organisation', scopes: [professionalsPublish] },
    { names: ['deployment'], roles: deploymentReaders, rows: deploymentRows, scopes: [professionalsRead] },
    {
      names: ['deployDuo', 'endDeployment', 'extendDeployment', 'swapDuoMember'],
      roles: ['care-broker'],
      rows: 'for cases of the own region',
    },
    { names: ['duoUse', 'networkResponse'], roles: figureReaders, rows: countedRegion, scopes: [statsRead] },
    {
      names: ['recordDeploymentAction'],
      roles: deploymentReaders,
      rows: deploymentRows,
      scopes: [professionalsPublish],
    },
  ],
  types: [
    {
      names: ['Organisation', 'OrganisationContact', 'IntakeContact'],
      roles: profileReaders,
      rows: publicProfile,
      scopes: profileRead,
    },
    { names: ['PublishedIntakeContact'], roles: ownPeople, rows: 'own organisation', scopes: [professionalsPublish] },
    { names: ['Team'], roles: workers, rows: teamRows, scopes: [organisationsRead, ...ownProfessionals] },
    {
      names: ['Wayfinder', 'WayfinderStep', 'WeighingGuide', 'WeighingPoint'],
      roles: wayseekers,
      rows: guideRows,
    },
    { names: ['NetworkRequest', 'ChangedNetworkRequest'], roles: wayseekers, rows: requestRows },
    { names: ['Theme'], roles: [...wayseekers, 'analyst'], rows: guideRows, scopes: [statsRead] },
    { names: ['ThemeAgendaItem', 'AgendaQuestion'], roles: figureReaders, rows: 'own region', scopes: [statsRead] },
    { names: ['ThemeSession', 'ThemeParticipant'], roles: wayseekers, rows: sessionRows },
    { names: ['ChangedThemeSession'], roles: ['care-broker'], rows: 'own region' },
    { names: ['CommonTimes', 'CommonTime', 'TimeObstacle'], roles: wayseekers, rows: professionalRows },
    { names: ['Network'], roles: workers, rows: networkRows, scopes: [organisationsRead] },
    { names: ['TeamMembership'], roles: workers, rows: teamRows, scopes: [organisationsRead] },
    { names: ['Professional', 'AvailabilityWindow'], roles: workers, rows: professionalRows, scopes: ownProfessionals },
    {
      names: ['Registration', 'WorkContact', 'Expertise', 'ProfessionalMatch', 'ProfessionalReason'],
      roles: workers,
      rows: professionalRows,
      scopes: [professionalsRead],
    },
    { names: ['ProfessionalAccess'], roles: reviewers, rows: reviewRows },
    { names: ['WindowHours'], roles: deploymentReaders, rows: deploymentRows, scopes: ownProfessionals },
    { names: ['Absence'], roles: ownPeople, rows: 'own professionals', scopes: ownProfessionals },
    {
      names: ['ProfessionalPublication', 'ProfessionalPublicationResult', 'ProfessionalConfirmation', 'RowError'],
      roles: ownPeople,
      rows: 'own professionals',
      scopes: [professionalsPublish],
    },
    { names: ['ChangedProfessional'], roles: ownPeople, rows: 'own professionals', scopes: [professionalsPublish] },
    { names: ['Case', 'Need'], roles: caseSeekers, rows: `the key and the need, as cases gives them: ${ownCases}` },
    {
      names: ['Duo', 'DuoReason', 'CaseExperts', 'TeamMatch', 'TeamReason'],
      roles: caseSeekers,
      rows: 'those whom the caller may find',
    },
    {
      names: ['Deployment', 'DeploymentMember', 'DeploymentAction'],
      roles: deploymentReaders,
      rows: deploymentRows,
      scopes: ownProfessionals,
    },
    {
      names: ['Figure', 'FigureRow', 'FigureCell', 'FigureLabel'],
      roles: figureReaders,
      rows: countedRegion,
      scopes: [statsRead],
    },
    {
      names: ['ChangedDeployment'],
      roles: deploymentReaders,
      rows: deploymentRows,
      scopes: [professionalsPublish],
    },
  ],
};
