import type { ReactNode } from 'react';
import type { Consultation } from './care.js';
import { OutcomeLine } from './outcome-line.js';

interface OutcomesProps {
  readonly consultations: readonly Consultation[];
  readonly purpose: string;
  /** Told when the hub answered a step: what is shown may be out of date. */
  readonly onAnswered: () => void;
  /** Told with what came of a step. */
  readonly onDone: (text: string) => void;
}

/** What came of each question about the child of a case, and of which it is time to ask again. */
export function Outcomes({ consultations, ...props }: OutcomesProps): ReactNode {
  return (
    <section aria-labelledby="uitkomst">
      <h2 className="utrecht-heading-2" id="uitkomst">
        Uitkomst
      </h2>
      {consultations.length === 0 && (
        <p className="empty">Bij deze casus hoort geen vraag. Een uitkomst hoort bij een vraag.</p>
      )}
      <ul className="holds">
        {consultations.map((one) => (
          <OutcomeLine key={one.id} consultation={one} {...props} />
        ))}
      </ul>
    </section>
  );
}
