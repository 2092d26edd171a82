import type { ReactNode } from 'react';
import { weighingGuide } from '../../generated/operations.js';
import { ladderRung, type LadderRung } from '../../generated/words.js';
import { useAnswer } from '../../hub/use-hub.js';
import { Failure } from '../../parts/telling/failure.js';
import { Pick } from '../../parts/forms/fields.js';

interface WeighingProps {
  readonly rung: LadderRung | null;
  readonly region: string;
  /** Told with the rung that was chosen; empty for none. */
  readonly onChoose: (rung: LadderRung | '') => void;
}

/** What to weigh before help of a rung is chosen, with the child and the family. */
export function Weighing({ rung, region, onChoose }: WeighingProps): ReactNode {
  const { data, error, askAgain } = useAnswer(
    weighingGuide,
    { rung: rung ?? 'RESIDENTIAL_GROUP', region },
    { isPaused: rung === null },
  );
  const guide = rung === null ? null : data?.weighingGuide;
  return (
    <section className="network-weighing" aria-labelledby="afwegen">
      <h2 className="utrecht-heading-2" id="afwegen">
        Wat u afweegt
      </h2>
      <Pick label="Voor welke hulp?" words={ladderRung} empty="kies" value={rung ?? ''} onChange={onChoose} />
      <Failure error={error} onRetry={askAgain} />
      {rung === null && <p className="quiet">Kies een trede: u krijgt de vragen die u met kind en gezin doorneemt.</p>}
      <ol aria-live="polite">
        {guide?.rung === rung &&
          guide.points.map(({ question, why, source }) => (
            <li key={question}>
              <strong>{question}</strong>
              <span className="block">{why}</span>
              {source && <span className="block network-flow__source">{source}</span>}
            </li>
          ))}
      </ol>
    </section>
  );
}
