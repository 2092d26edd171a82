import type { Consumer } from '../../../../platform/outbox/consumer.js';
import { noticeOf } from './notice.rules.js';
import { noticeStore } from './notice.store.js';

/** Writes the notices of events, in the transaction in which they are published; an event that comes again changes nothing. */
export const tellPeople: Consumer = async (tx, events) => {
  await noticeStore(tx).write(events.map(noticeOf).filter((notice) => notice !== null));
};
