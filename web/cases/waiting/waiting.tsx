import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { isAnswered } from '../../hub/intention.js';
import { focusOn } from '../../parts/forms/focus.js';
import { useBegun } from '../../parts/forms/use-begun.js';
import { Failure } from '../../parts/telling/failure.js';
import { useSayStep } from '../../parts/telling/own-steps.js';
import { dueOf, type WaitingQuestion } from './question.js';
import { WaitingRow } from './waiting-row.js';

interface WaitingProps {
  readonly questions: readonly WaitingQuestion[];
  readonly now: number;
  /** Whether this is somebody who may write down that there was contact, or that there will be none. */
  readonly canRecord: boolean;
  /** Told when the list may be out of date. */
  readonly onChanged: () => void;
}

const headingId = 'eerste-contact';

/** Questions that nobody answered yet, by when somebody must: 48 hours after they came in. */
export function Waiting({ questions, now, canRecord, onChanged }: WaitingProps): ReactNode {
  const [refusal, setRefusal] = useState<CombinedError>();
  const begun = useBegun(questions);
  const say = useSayStep();
  const done = (text: string): void => {
    say(text);
    focusOn(headingId);
  };
  const refused = (error: CombinedError | undefined): void => {
    setRefusal(error);
    if (error && isAnswered(error)) focusOn(headingId);
  };
  if (begun.shown.length === 0) return null;
  return (
    <section className="first-contact" aria-labelledby={headingId}>
      <h2 className="utrecht-heading-2" id={headingId} tabIndex={-1}>
        Wacht op eerste contact, binnen 48 uur
      </h2>
      <Failure error={refusal} isStep />
      <table className="utrecht-table stacked">
        <caption className="unseen">Vragen die wachten op eerste contact</caption>
        <thead>
          <tr>
            <th scope="col">Kwam binnen</th>
            <th scope="col">Nog</th>
            <th scope="col">Van</th>
            <th scope="col">Gemeente</th>
            {canRecord && (
              <th scope="col">
                <span className="unseen">Wat u kunt doen</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {begun.shown
            .toSorted((one, other) => dueOf(one).localeCompare(dueOf(other)))
            .map((one) => (
              <WaitingRow
                key={one.id}
                question={one}
                now={now}
                canRecord={canRecord}
                hasLeft={begun.hasLeft(one)}
                onBegun={(isBegun) => begun.mark(one, isBegun)}
                onAnswered={onChanged}
                onDone={done}
                onRefused={refused}
              />
            ))}
        </tbody>
      </table>
    </section>
  );
}
