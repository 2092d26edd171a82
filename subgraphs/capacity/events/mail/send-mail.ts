import type { EntityManager } from '../../../../platform/database/database.js';
import type { Logger } from '../../../../platform/process/logger.js';
import type { Mailer, MailOutcome } from '../../../../platform/sending/mailer.js';
import { mailText } from './mail-texts.js';
import { mailStore, type DueMail } from './mail.store.js';

/** Minutes until the next attempt, after each that failed; after the last the mail is given up. */
const pausesMinutes = [1, 5, 15, 60, 240, 720];

interface MailRound {
  readonly mailer: Mailer;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Sends what is due, one mail after the other. A mail whose worker died between sending and writing that down goes out twice. */
export async function sendMail(db: EntityManager, { mailer, logger, signal }: MailRound): Promise<void> {
  const mails = mailStore(db);
  for (let mail = await mails.take(); mail; mail = await mails.take()) {
    const { subject, text } = mailText(mail);
    const outcome = await mailer.send({ id: mail.id, to: mail.address, subject, text });
    const pause = pauseAfter(mail, outcome);
    if (pause === null && outcome !== 'SENT') logger.warn({ operation: mail.kind }, 'a mail was given up');
    await (pause === null ? mails.remove(mail.id) : mails.retryIn(mail.id, pause));
    if (signal.aborted) return;
  }
}

/** Minutes to wait before the next attempt; null when there is to be none. */
function pauseAfter({ attempts }: DueMail, outcome: MailOutcome): number | null {
  return outcome === 'FAILED' ? (pausesMinutes[attempts - 1] ?? null) : null;
}
