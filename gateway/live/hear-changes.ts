import { listen } from '../../platform/background/listen.js';
import { changesChannel, readChange, type Change } from '../../platform/outbox/change-topic.js';

/** Told of each change; of null where some may have gone unheard. */
export type OnChange = (change: Change | null) => void;

/** What changes in the hub, whichever process changes it. */
export interface Changes {
  /** Has a listener told until what it gives is called. */
  follow(listener: OnChange): () => void;
  close(): Promise<void>;
}

/** Hears of changes on one connection of the gateway's own, and connects again for as long as it is not closed. */
export function hearChanges(url: string): Changes {
  const listeners = new Set<OnChange>();
  const tell: OnChange = (change) => {
    for (const listener of listeners) listener(change);
  };
  const listening = listen({
    url,
    applicationName: 'thuisbasis-gateway-live',
    channels: [changesChannel],
    onNotification: (_channel, words) => tell(readChange(words)),
    onConnected: () => tell(null),
  });
  return {
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => listening.close(),
  };
}
