import { sealingTask } from '../../../platform/audit/sealing.js';
import { forgettingTask } from '../../../platform/background/forgetting.js';
import type { BackgroundTask } from '../../../platform/background/repeat.js';
import type { DataSource, EntityManager } from '../../../platform/database/database.js';
import type { Logger } from '../../../platform/process/logger.js';
import { smtpMailer } from '../../../platform/sending/mailer.js';
import { relayTask } from '../../../platform/outbox/relay.js';
import type { PlanBackground } from '../../../platform/subgraph/subgraph-program.js';
import { webhookSender } from '../../../platform/sending/webhook/post-webhook.js';
import { toCapacityConfig, type CapacityConfig } from '../config.js';
import { deliverEvents } from '../events/delivery/deliver.js';
import { announceToSubscriptions } from '../events/delivery/delivery.store.js';
import { followPlacements } from '../hold/following/follow-placements.js';
import { sweepHolds } from '../hold/sweep.js';
import { mailStore } from '../events/mail/mail.store.js';
import { sendMail } from '../events/mail/send-mail.js';
import { noticeStore } from '../events/notice/notice.store.js';
import { tellPeople } from '../events/notice/tell-people.js';
import { forgetSearches, lookAtSearches } from '../saved-search/look-at-searches.js';
import { searchesChannel } from '../saved-search/saved-search.rules.js';
import { tellCases } from './cases-door.store.js';
import { tellOfStaleFigures } from './stale-figures.store.js';

const holdsEveryMs = 1_000;
const placementsEveryMs = 2_000;
const deliveryEveryMs = 5_000;
const deliveryWorkers = 4;
const mailEveryMs = 2_000;
const hourMs = 3_600_000;
const noticeDays = 90;
const staleEveryMs = 5_000;
const searchesEveryMs = 5_000;

/** What capacity does unasked. */
export const capacityTasks: PlanBackground = (db, environment, logger) => {
  const config = toCapacityConfig(environment);
  return [
    relayTask(db, {
      schema: 'capacity',
      consumers: [tellPeople(config.officerMail), tellCases],
      announce: announceToSubscriptions,
      logger,
    }),
    { name: 'holds', everyMs: holdsEveryMs, run: () => sweepHolds(db, config) },
    {
      ...{ name: 'placements', everyMs: placementsEveryMs, wokenBy: ['capacity_placements'] },
      run: () => followPlacements(db, config),
    },
    { name: 'stale figures', everyMs: staleEveryMs, run: () => tellOfStaleFigures(db, config.freshness) },
    ...deliveryTasks(db, config),
    ...mailTasks(db, config, logger),
    {
      ...{ name: 'saved searches', everyMs: searchesEveryMs, wokenBy: ['capacity_published', searchesChannel] },
      run: (signal) => lookAtSearches(db, config.freshness, signal),
    },
    forgettingTask(db, environment),
    sealingTask(db),
    { name: 'old notices', everyMs: hourMs, run: () => forgetOld(db.manager) },
  ];
};

/** Several workers, so that a partner who answers slowly does not hold up the others. */
function deliveryTasks(db: DataSource, { webhooks }: CapacityConfig): BackgroundTask[] {
  const sender = webhookSender(webhooks);
  return Array.from({ length: deliveryWorkers }, (_, index) => ({
    name: `webhooks ${index + 1}`,
    everyMs: deliveryEveryMs,
    wokenBy: ['capacity_published'],
    run: (signal) => deliverEvents(db, sender, signal),
  }));
}

function mailTasks(db: DataSource, { mail }: CapacityConfig, logger: Logger): BackgroundTask[] {
  if (!mail) return [];
  const mailer = smtpMailer(mail);
  return [{ name: 'mail', everyMs: mailEveryMs, run: (signal) => sendMail(db.manager, { mailer, logger, signal }) }];
}

async function forgetOld(db: EntityManager): Promise<void> {
  await noticeStore(db).forget(noticeDays);
  await mailStore(db).forgetOld();
  await forgetSearches(db);
}
