import type { EntityManager } from '../../platform/database/database.js';
import { professionalAccessReadModel } from './access-log/professional-access.read-model.js';
import { databaseNow } from '../../platform/database/clock.js';
import { availabilityService } from './availability/availability.service.js';
import { availabilityStore } from './availability/availability.store.js';
import { commonTimesReadModel } from './common-times/common-times.read-model.js';
import { commonTimesService } from './common-times/common-times.service.js';
import { bookingService } from './deployment/booking/booking.service.js';
import { bookingStore } from './deployment/booking/booking.store.js';
import { duosReadModel } from './deployment/duos/duos.read-model.js';
import { deploymentReadModel } from './deployment/read/deployment.read-model.js';
import { deploymentActionStore } from './deployment/steps/deployment-action.store.js';
import { deploymentStepsService } from './deployment/steps/deployment-steps.service.js';
import { deploymentStepsStore } from './deployment/steps/deployment-steps.store.js';
import { workContactStore } from './contact/work-contact.store.js';
import { experienceStore } from './experience/experience.store.js';
import { expertsReadModel } from './expert/experts.read-model.js';
import { expertiseStore } from './expertise/expertise.store.js';
import { duoUseReadModel } from './figures/duo-use.read-model.js';
import { duoUseService } from './figures/duo-use.service.js';
import { networkResponseReadModel } from './figures/network-response.read-model.js';
import { networkResponseService } from './figures/network-response.service.js';
import { importService } from './import/import.service.js';
import { membershipStore } from './membership/membership.store.js';
import { networkRequestReadModel } from './network/network-request.read-model.js';
import { networkStepsService } from './network/steps/network-steps.service.js';
import { networkStepsStore } from './network/steps/network-steps.store.js';
import { networkStore } from './networks/network.store.js';
import { intakeContactService } from './organisation/intake/intake-contact.service.js';
import { intakeContactStore } from './organisation/intake/intake-contact.store.js';
import { organisationStore } from './organisation/organisation.store.js';
import { professionalStore } from './professional/professional.store.js';
import { professionalSearchReadModel } from './professional/search/professional-search.read-model.js';
import { publishingService } from './publishing/publishing.service.js';
import { publishingStore } from './publishing/publishing.store.js';
import { teamStore } from './team/team.store.js';
import { themeSessionReadModel } from './themes/session/theme-session.read-model.js';
import { themeSeatsStore } from './themes/session/steps/theme-seats.store.js';
import { themeSessionService } from './themes/session/steps/theme-session.service.js';
import { themeSessionStore } from './themes/session/steps/theme-session.store.js';

/** Everything that people can do, wired to one database handle: a pool or a transaction. */
export function peopleServices(db: EntityManager, searching = db) {
  const availabilities = availabilityStore(db);
  const bookings = bookingStore(db);
  const deployments = deploymentReadModel(db);
  const now = () => databaseNow(db);
  const people = publishingStore(db);
  const publishing = publishingService(people);
  const networkRequests = networkRequestReadModel(db);
  return {
    accesses: professionalAccessReadModel(db),
    organisations: organisationStore(db),
    intakeContacts: intakeContactService(intakeContactStore(db)),
    professionals: professionalStore(db),
    professionalSearch: professionalSearchReadModel(searching),
    contacts: workContactStore(db),
    expertise: expertiseStore(db),
    experience: experienceStore(db),
    networks: networkStore(db),
    experts: expertsReadModel(searching),
    teams: teamStore(db),
    memberships: membershipStore(db),
    availabilities,
    availability: availabilityService(availabilities),
    deployments,
    booking: bookingService(bookings),
    deploying: deploymentStepsService({
      actions: deploymentActionStore(db),
      booking: bookings,
      deployments,
      steps: deploymentStepsStore(db),
    }),
    publishing,
    imports: importService(people, publishing),
    networkRequests,
    networkSteps: networkStepsService(networkStepsStore(db), networkRequests),
    themeSessions: themeSessionReadModel(db),
    themeSteps: themeSessionService({ store: themeSessionStore(db), seats: themeSeatsStore(db), now }),
    commonTimes: commonTimesService({ readModel: commonTimesReadModel(searching), now }),
    duos: duosReadModel(searching),
    duoUse: duoUseService(duoUseReadModel(searching)),
    networkResponse: networkResponseService(networkResponseReadModel(searching)),
  };
}

export type PeopleServices = ReturnType<typeof peopleServices>;
