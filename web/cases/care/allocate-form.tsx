import { useState, type ReactNode } from 'react';
import { allocatePlacement } from '../../generated/operations.js';
import { ladderRung, type LadderRung } from '../../generated/words.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { Choices, Pick } from '../../parts/forms/fields.js';
import type { StepEnds } from '../../parts/forms/step-buttons.js';
import { StepForm } from '../../parts/forms/step-form.js';
import type { CareCase } from './care.js';
import { sourcesOf, type Source } from './sources.js';

interface AllocateFormProps extends StepEnds {
  readonly found: CareCase;
  readonly purpose: string;
  /** Told when the hub answered: what is shown may be out of date. */
  readonly onAnswered: () => void;
}

const beside = { SECONDARY: 'Deze zorg komt naast andere zorg, zoals een logeerplek' };

/** Allocates care: of what a provider said yes to, or in the own network. */
export function AllocateForm({ found, purpose, onAnswered, onDone, onCancel }: AllocateFormProps): ReactNode {
  const [key, setKey] = useState('');
  const [rung, setRung] = useState<LadderRung | ''>('');
  const [marks, setMarks] = useState<readonly (keyof typeof beside)[]>([]);
  const [isTried, setTried] = useState(false);
  const allocating = useOnce(allocatePlacement, purpose, onAnswered);
  const sources = sourcesOf(found);
  const source = sources.find((one) => one.key === key);
  const isRungMissing = source !== undefined && source.rungs.length > 0 && rung === '';
  const allocate = async (): Promise<void> => {
    setTried(true);
    if (!source || isRungMissing) return;
    const meant = {
      ...{ caseId: found.id, ...source.meant, isSecondary: marks.length > 0 },
      ...(source.rungs.length > 0 && rung !== '' && { rung }),
    };
    if (await allocating.take(meant, keyed)) onDone(`Toegewezen: ${source.word}.`);
  };
  return (
    <StepForm
      label="Wijs zorg toe"
      submit={allocating.isTaking ? 'Wijst toe …' : 'Wijs toe'}
      isTaking={allocating.isTaking}
      isWrong={!source || isRungMissing}
      error={allocating.error}
      onSubmit={allocate}
      onCancel={onCancel}
    >
      <Pick
        label="Welke zorg?"
        words={Object.fromEntries(sources.map((one) => [one.key, one.word]))}
        empty="kies"
        value={key}
        fault={isTried && !source ? 'Kies welke zorg u toewijst.' : undefined}
        onChange={setKey}
      />
      {sources.length === 1 && <p className="quiet">Er is nog geen aanbieder die ja zei. Dan kan alleen dit.</p>}
      {source && source.rungs.length > 0 && (
        <Pick
          label="Wat voor hulp?"
          words={rungWords(source)}
          empty="kies"
          value={rung}
          fault={isTried && isRungMissing ? 'Kies wat voor hulp het is.' : undefined}
          onChange={setRung}
        />
      )}
      <Choices legend="Hoofdzorg of ernaast?" words={beside} chosen={marks} onChange={setMarks} />
    </StepForm>
  );
}

function rungWords({ rungs }: Source): Record<LadderRung, string> {
  return Object.fromEntries(rungs.map((rung) => [rung, ladderRung[rung]])) as Record<LadderRung, string>;
}
