import { PrimaryActionButton, SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { publishCapacity, type PublishCapacityInput } from '../../generated/operations.js';
import { capacityStatus } from '../../generated/words.js';
import type { Intention } from '../../hub/intention.js';
import { useOnce } from '../../hub/use-once.js';
import { unitWord } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import { Pick, Text } from '../../parts/forms/fields.js';
import { useFocusFault } from '../../parts/forms/focus.js';
import { Notice } from '../../parts/telling/notice.js';
import { nameOf, type OwnOffer } from '../own-offers.js';
import { draftOf, toReport, type FigureDraft, type FigureFaults } from './figure-draft.js';

interface FigureFormProps {
  readonly offer: OwnOffer;
  readonly onDone: (told: string) => void;
  readonly onCancel: () => void;
}

/** One figure, changed by hand. */
export function FigureForm({ offer, onDone, onCancel }: FigureFormProps): ReactNode {
  const [draft, setDraft] = useState(() => draftOf(offer));
  const [faults, setFaults] = useState<FigureFaults>({});
  const focusFault = useFocusFault();
  const publishing = useOnce(publishCapacity);
  const refusal = publishing.data?.publishCapacity?.results[0]?.error;

  const submit = async (form: HTMLFormElement): Promise<void> => {
    const read = toReport(offer, draft);
    setFaults('faults' in read ? read.faults : {});
    if ('faults' in read) {
      focusFault(form);
      return;
    }
    const taken = await publishing.take(read.report, inputOf);
    const outcome = taken?.publishCapacity?.results[0]?.outcome;
    if (outcome === 'ACCEPTED' || outcome === 'UNCHANGED') onDone(`Opgeslagen: ${nameOf(offer)}.`);
  };
  return (
    <form
      className="row-form"
      noValidate
      aria-label={`Wijzig het cijfer: ${nameOf(offer)}`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <FigureFields unit={offer.unit} draft={draft} faults={faults} set={(part) => setDraft({ ...draft, ...part })} />
      <p className="buttons">
        <PrimaryActionButton type="submit" disabled={publishing.isTaking}>
          {publishing.isTaking ? 'Slaat op …' : 'Sla op'}
        </PrimaryActionButton>
        <SecondaryActionButton onClick={onCancel}>Toch niet</SecondaryActionButton>
      </p>
      {refusal && (
        <Notice kind="error" isAlert>
          {refusal.message}
        </Notice>
      )}
      <Failure error={publishing.error} isStep />
    </form>
  );
}

interface FigureFieldsProps {
  readonly unit: string;
  readonly draft: FigureDraft;
  readonly faults: FigureFaults;
  readonly set: (part: Partial<FigureDraft>) => void;
}

function FigureFields({ unit, draft, faults, set }: FigureFieldsProps): ReactNode {
  return (
    <div className="fields">
      <Text
        label={`Nu vrij (${unitWord(unit)})`}
        size="short"
        isNumber
        isFocused
        value={draft.available}
        fault={faults.available}
        onChange={(available) => set({ available })}
      />
      <Text
        label="In totaal"
        size="short"
        isNumber
        value={draft.maximum}
        fault={faults.maximum}
        onChange={(maximum) => set({ maximum })}
      />
      <Text
        label="Op de wachtlijst"
        size="short"
        isNumber
        value={draft.waitlistCount}
        fault={faults.waitlistCount}
        onChange={(waitlistCount) => set({ waitlistCount })}
      />
      <Text
        label="Weer vrij vanaf"
        type="date"
        size="short"
        value={draft.nextAvailableOn}
        fault={faults.nextAvailableOn}
        onChange={(nextAvailableOn) => set({ nextAvailableOn })}
      />
      <Pick
        label="Status"
        words={capacityStatus}
        empty="volgt uit wat vrij is"
        value={draft.status}
        fault={faults.status}
        onChange={(status) => set({ status })}
      />
    </div>
  );
}

/** The moment is that at which it was meant first: sent again it is the same report. */
function inputOf(
  report: Omit<PublishCapacityInput['reports'][number], 'sequence'>,
  { idempotencyKey, meantAt }: Intention,
): PublishCapacityInput {
  return { idempotencyKey, asOf: meantAt, reports: [{ ...report, sequence: Date.parse(meantAt) }] };
}
