import type { Consumer } from '../../../../platform/outbox/consumer.js';
import type { OfficerMail } from '../mail/officer-mail.js';
import { noticesOf } from './notice.rules.js';
import { noticeStore } from './notice.store.js';

/** Writes the notices of events, and their mail, in the transaction in which they are published; an event that comes again changes nothing. */
export function tellPeople(officerMail: OfficerMail): Consumer {
  return (tx, events) => noticeStore(tx).write(events.flatMap(noticesOf), officerMail);
}
