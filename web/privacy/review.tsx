import { SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { reviewBreakGlass } from '../generated/operations.js';
import { breakGlassVerdict, type BreakGlassVerdict } from '../generated/words.js';
import { keyed, useOnce } from '../hub/use-once.js';
import { useSay } from '../parts/telling/announcer.js';
import { moment } from '../parts/dutch.js';
import { Failure } from '../parts/telling/failure.js';
import { Pick } from '../parts/forms/fields.js';
import { ProseField } from '../parts/forms/prose-field.js';
import type { BreakGlass } from './opening.js';

interface ReviewProps {
  readonly opening: BreakGlass;
  readonly onChanged: () => void;
}

/** What the privacy officer found of it; further inquiry leaves it open. */
export function Review({ opening, onChanged }: ReviewProps): ReactNode {
  const [verdict, setVerdict] = useState<BreakGlassVerdict | ''>('');
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const { isTaking, error, review } = useReview(opening, onChanged);
  return (
    <form
      className="narrow hold"
      noValidate
      aria-label={`Oordeel over ${moment(opening.openedAt)}`}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (verdict !== '' && !isTaking) void review(verdict, note.trim());
      }}
    >
      <Pick
        label="Oordeel"
        words={breakGlassVerdict}
        empty="kies"
        value={verdict}
        fault={isTried && verdict === '' ? 'Kies een oordeel.' : undefined}
        onChange={setVerdict}
      />
      <ProseField
        label="Opmerking"
        hint="Alleen voor functionarissen gegevensbescherming."
        value={note}
        onChange={setNote}
      />
      <SecondaryActionButton type="submit" busy={isTaking}>
        Leg vast
      </SecondaryActionButton>
      <Failure error={error} isStep />
    </form>
  );
}

function useReview({ id }: BreakGlass, onChanged: () => void) {
  const { isTaking, error, take } = useOnce(reviewBreakGlass, undefined, onChanged);
  const say = useSay();
  const review = async (verdict: BreakGlassVerdict, note: string): Promise<void> => {
    const meant = { breakGlassId: id, verdict, ...(note !== '' && { note }) };
    if (await take(meant, keyed)) say(`Vastgelegd: ${breakGlassVerdict[verdict]}.`);
  };
  return { isTaking, error, review };
}
