import type { ReactNode } from 'react';
import type { Asked } from '../hub/use-hub.js';
import { placeOf } from '../page/route.js';
import { useSaid } from '../parts/telling/announcer.js';
import { Failure } from '../parts/telling/failure.js';
import { Title } from '../parts/title.js';

interface CasePartProps {
  readonly id: string;
  readonly title: string;
  readonly asked: Pick<Asked<unknown>, 'data' | 'error' | 'isAsking' | 'askAgain'>;
  /** The case as it was read last; null where it was not. */
  readonly found: { readonly number: string | null } | null;
  readonly children: ReactNode;
}

/** A part of a case on a page of its own: the way back, which case it is of, and why it is not there. */
export function CasePart({ id, title, asked, found, children }: CasePartProps): ReactNode {
  const { data, error, isAsking, askAgain } = asked;
  useSaid(isAsking && !data ? 'Laadt …' : '');
  return (
    <>
      <p className="back screen-only">
        <a className="utrecht-link" href={placeOf(['casussen', id])}>
          Terug naar de casus
        </a>
      </p>
      <Title>{found?.number ? `${title}, ${found.number}` : title}</Title>
      <Failure error={error} onRetry={askAgain} />
      {data !== undefined && !found && !error && <p className="empty">Deze casus bestaat niet, of is niet van u.</p>}
      {children}
    </>
  );
}
