import { PrimaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { timeWindow } from '../../generated/words.js';
import { Choices, Text } from '../../parts/forms/fields.js';
import { useFocusFault } from '../../parts/forms/focus.js';
import { faultsOf, usualHours, usualWeeks, type DuoDraft, type DuoFaults } from './duo-draft.js';
import type { DuoCase } from './people.js';

interface DuoFormProps {
  readonly sought: DuoDraft;
  readonly need: DuoCase['need'];
  readonly onSeek: (draft: DuoDraft) => void;
}

/** How many hours, when and for how long. */
export function DuoForm({ sought, need, onSeek }: DuoFormProps): ReactNode {
  const [draft, setDraft] = useState(sought);
  const [faults, setFaults] = useState<DuoFaults>({});
  const focusFault = useFocusFault();
  const set = (part: Partial<DuoDraft>): void => setDraft({ ...draft, ...part });
  const seek = (form: HTMLFormElement): void => {
    const wrong = faultsOf(draft);
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) focusFault(form);
    else onSeek(draft);
  };
  return (
    <form
      className="need"
      noValidate
      aria-label="Welk duo zoekt u?"
      onSubmit={(event) => {
        event.preventDefault();
        seek(event.currentTarget);
      }}
    >
      <p className="quiet">Wat u leeg laat, volgt uit de casus.</p>
      <div className="pair">
        <Text
          label="Uren per week"
          hint={`nu ${(need?.hoursPerWeek ?? usualHours).toLocaleString('nl-NL')}`}
          size="short"
          value={draft.hoursPerWeek}
          fault={faults.hoursPerWeek}
          onChange={(hoursPerWeek) => set({ hoursPerWeek })}
        />
        <Text
          label="Weken"
          hint={`nu ${need?.durationWeeks ?? usualWeeks}`}
          size="short"
          isNumber
          value={draft.weeks}
          fault={faults.weeks}
          onChange={(weeks) => set({ weeks })}
        />
      </div>
      <Text label="Vanaf" type="date" size="full" value={draft.fromOn} onChange={(fromOn) => set({ fromOn })} />
      <Choices
        legend="Wanneer"
        words={timeWindow}
        chosen={draft.timeWindows}
        onChange={(timeWindows) => set({ timeWindows })}
      />
      <PrimaryActionButton type="submit">Zoek een duo</PrimaryActionButton>
    </form>
  );
}
