import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { readNotices } from '../../generated/operations.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { moment } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import type { Desk } from './answers.js';

interface NoticesProps {
  readonly desk: Desk;
  readonly onRead: () => void;
}

/** What the organisation was told and nobody read yet, the newest first. */
export function Notices({ desk, onRead }: NoticesProps): ReactNode {
  const reading = useOnce(readNotices);
  const notices = desk.notices?.edges.map(({ node }) => node) ?? [];
  const unread = desk.unreadNoticeCount ?? notices.length;
  const read = async (): Promise<void> => {
    if (await reading.take({ noticeIds: notices.map(({ id }) => id) }, keyed)) onRead();
  };
  return (
    <section aria-labelledby="berichten">
      <h2 className="utrecht-heading-2" id="berichten">
        Berichten{unread > 0 && ` (${unread} nieuw)`}
      </h2>
      {notices.length === 0 ? (
        <p className="empty">Geen nieuwe berichten.</p>
      ) : (
        <>
          <ul className="timeline">
            {notices.map(({ id, createdAt, message }) => (
              <li key={id}>
                <time dateTime={createdAt}>{moment(createdAt)}</time>
                <span>{message}</span>
              </li>
            ))}
          </ul>
          <SecondaryActionButton disabled={reading.isTaking} onClick={() => void read()}>
            Ik heb deze gelezen
          </SecondaryActionButton>
        </>
      )}
      <Failure error={reading.error} isStep />
    </section>
  );
}
