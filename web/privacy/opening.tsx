import type { ReactNode } from 'react';
import type { BreakGlassesData } from '../generated/operations.js';
import { breakGlassReason, breakGlassVerdict } from '../generated/words.js';
import { placeOf } from '../page/route.js';
import { capital, day, moment } from '../parts/dutch.js';
import { Review } from './review.js';
import { purposeText, userText } from './words.js';

export type BreakGlass = NonNullable<BreakGlassesData['breakGlasses']>['edges'][number]['node'];

interface OpeningProps {
  readonly opening: BreakGlass;
  readonly isOfficer: boolean;
  readonly onChanged: () => void;
}

/** One time that somebody opened what a restricted case hides: who, why, until when, and what the privacy officer found. */
export function Opening({ opening, isOfficer, onChanged }: OpeningProps): ReactNode {
  const { id, caseId, openedAt, isOpen, verdict } = opening;
  const isFinal = verdict === 'JUSTIFIED' || verdict === 'UNJUSTIFIED';
  return (
    <article aria-labelledby={`nood-${id}`}>
      <h3 className="utrecht-heading-2" id={`nood-${id}`}>
        {capital(moment(openedAt))} {isOpen && <span className="badge badge--urgent">nu open</span>}
        {opening.isReviewOverdue && <span className="badge badge--urgent">oordeel te laat</span>}
      </h3>
      <dl className="list">
        {linesOf(opening).map(([word, text]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p>
        <a className="utrecht-link" href={placeOf(['privacy', caseId])}>
          Wie keek in deze casus<span className="unseen">, geopend {moment(openedAt)}</span>
        </a>
      </p>
      {isOfficer && !isFinal && <Review opening={opening} onChanged={onChanged} />}
    </article>
  );
}

function linesOf(opening: BreakGlass): (readonly [word: string, text: string])[] {
  const { userId, purpose, reason, explanation, isOpen, endsAt, reviewDueOn, verdict, reviewedAt, caseId } = opening;
  const found = verdict === null ? null : `${breakGlassVerdict[verdict]}${reviewedAt ? `, ${moment(reviewedAt)}` : ''}`;
  return [
    ['Wie', userText(userId)],
    ['Waarvoor', purposeText(purpose)],
    ['Waarom', breakGlassReason[reason]],
    ['Toelichting', explanation],
    [isOpen ? 'Open tot' : 'Was open tot', moment(endsAt)],
    ['Oordeel', found ?? `nog niet, uiterlijk ${day(reviewDueOn)}`],
    ['Kenmerk', caseId],
  ];
}
