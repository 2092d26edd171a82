import { PrimaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { expertiseCode, timeWindow } from '../../generated/words.js';
import { Choices, Pick, Text } from '../../parts/forms/fields.js';
import { useFocusFault } from '../../parts/forms/focus.js';
import { MunicipalityField } from '../../parts/forms/municipality.js';
import { languageWords } from './languages.js';
import { toSearch, type SeekDraft, type SeekFaults } from './seek.js';

interface SeekFormProps {
  readonly draft: SeekDraft;
  readonly onChange: (draft: SeekDraft) => void;
  /** Called with a draft that is a search. */
  readonly onSeek: (draft: SeekDraft) => void;
}

/** Whom somebody seeks: where, in words, by expertise and language, and with hours that are free. */
export function SeekForm({ draft, onChange, onSeek }: SeekFormProps): ReactNode {
  const [faults, setFaults] = useState<SeekFaults>({});
  const focusFault = useFocusFault();
  const set = (part: Partial<SeekDraft>): void => onChange({ ...draft, ...part });
  const seek = (form: HTMLFormElement): void => {
    const read = toSearch(draft);
    setFaults('faults' in read ? read.faults : {});
    if ('search' in read) onSeek(draft);
    else focusFault(form);
  };
  return (
    <form
      className="need"
      noValidate
      aria-label="Wie zoekt u?"
      onSubmit={(event) => {
        event.preventDefault();
        seek(event.currentTarget);
      }}
    >
      <MunicipalityField
        label="Gemeente waar hulp nodig is"
        value={draft.municipality}
        fault={faults.municipality}
        onChange={(municipality) => set({ municipality })}
      />
      <Text
        label="Functie, naam of deskundigheid"
        hint="Niets over het kind. Een typefout is geen probleem."
        size="full"
        value={draft.text}
        fault={faults.text}
        onChange={(text) => set({ text })}
      />
      <Pick
        label="Taal van het gezin"
        words={languageWords}
        empty="maakt niet uit"
        value={draft.language}
        onChange={(language) => set({ language })}
      />
      <Hours draft={draft} faults={faults} set={set} />
      <PrimaryActionButton type="submit">Zoek</PrimaryActionButton>
      <details open={draft.expertise.length > 0 || undefined}>
        <summary>Kies deskundigheid</summary>
        <Choices
          legend="Thuis in"
          words={expertiseCode}
          chosen={draft.expertise}
          onChange={(expertise) => set({ expertise })}
        />
      </details>
    </form>
  );
}

interface HoursProps {
  readonly draft: SeekDraft;
  readonly faults: SeekFaults;
  readonly set: (part: Partial<SeekDraft>) => void;
}

function Hours({ draft, faults, set }: HoursProps): ReactNode {
  const isWrong = faults.hoursPerWeek !== undefined || faults.weeks !== undefined;
  return (
    <details open={isWrong || draft.hoursPerWeek !== '' || undefined}>
      <summary>Met vrije uren</summary>
      <div className="pair">
        <Text
          label="Uren per week"
          size="short"
          value={draft.hoursPerWeek}
          fault={faults.hoursPerWeek}
          onChange={(hoursPerWeek) => set({ hoursPerWeek })}
        />
        <Text
          label="Hoeveel weken"
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
    </details>
  );
}
