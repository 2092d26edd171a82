import { PrimaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { characteristic, ladderRung, placeFeature, sex, timeWindow } from '../generated/words.js';
import { Choices, Pick, Text } from '../parts/forms/fields.js';
import { useFocusFault } from '../parts/forms/focus.js';
import { MunicipalityField } from '../parts/forms/municipality.js';
import { Notice } from '../parts/telling/notice.js';
import { toNeed, type NeedDraft, type NeedFaults } from './need.js';

interface NeedFormProps {
  readonly draft: NeedDraft;
  readonly onChange: (draft: NeedDraft) => void;
  /** Called with a draft that is a need. */
  readonly onSearch: (draft: NeedDraft) => void;
}

/** The one form of a search. What is always asked stands open, the rest one click away. */
export function NeedForm({ draft, onChange, onSearch }: NeedFormProps): ReactNode {
  const [faults, setFaults] = useState<NeedFaults>({});
  const focusFault = useFocusFault();
  const set = (part: Partial<NeedDraft>): void => onChange({ ...draft, ...part });
  const search = (form: HTMLFormElement): void => {
    const read = toNeed(draft);
    setFaults('faults' in read ? read.faults : {});
    if ('need' in read) onSearch(draft);
    else focusFault(form);
  };
  return (
    <form
      className="need"
      noValidate
      aria-label="Waar zoekt u naar?"
      onSubmit={(event) => {
        event.preventDefault();
        search(event.currentTarget);
      }}
    >
      {Object.keys(faults).length > 0 && (
        <Notice kind="error" isAlert>
          Er klopt iets niet. Kijk bij de velden met een rode rand.
        </Notice>
      )}
      <Basics draft={draft} faults={faults} set={set} />
      <Choices legend="Welke hulp?" words={ladderRung} chosen={draft.rungs} onChange={(rungs) => set({ rungs })} />
      <PrimaryActionButton type="submit">Zoek</PrimaryActionButton>
      <More draft={draft} faults={faults} set={set} />
    </form>
  );
}

interface PartProps {
  readonly draft: NeedDraft;
  readonly faults: NeedFaults;
  readonly set: (part: Partial<NeedDraft>) => void;
}

function Basics({ draft, faults, set }: PartProps): ReactNode {
  return (
    <>
      <MunicipalityField
        label="Gemeente waar het kind woont"
        value={draft.municipality}
        fault={faults.municipality}
        onChange={(municipality) => set({ municipality })}
      />
      <div className="pair">
        <Text
          label="Geboortejaar"
          size="short"
          isNumber
          value={draft.birthYear}
          fault={faults.birthYear}
          onChange={(birthYear) => set({ birthYear })}
        />
        <Text
          label="Postcode (4 cijfers)"
          size="short"
          isNumber
          value={draft.nearPostcode4}
          fault={faults.nearPostcode4}
          onChange={(nearPostcode4) => set({ nearPostcode4 })}
        />
      </div>
    </>
  );
}

const moreFields = ['startByOn', 'hoursPerWeek', 'childrenTogether', 'maxDistanceKm', 'schoolPostcode4'] as const;

function More({ draft, faults, set }: PartProps): ReactNode {
  const isWrong = moreFields.some((field) => faults[field] !== undefined);
  return (
    <details className="more" open={isWrong || undefined}>
      <summary>Meer wensen</summary>
      <Numbers draft={draft} faults={faults} set={set} />
      <Text
        label="Uiterlijk beginnen op"
        type="date"
        size="full"
        value={draft.startByOn}
        fault={faults.startByOn}
        onChange={(startByOn) => set({ startByOn })}
      />
      <Pick
        label="Alleen een plek voor"
        words={sex}
        empty="maakt niet uit"
        value={draft.sex}
        onChange={(value) => set({ sex: value })}
      />
      <Wishes draft={draft} set={set} />
    </details>
  );
}

const numbers = [
  ['hoursPerWeek', 'Uren per week'],
  ['childrenTogether', 'Kinderen samen'],
  ['maxDistanceKm', 'Hoogstens hoe ver (km)'],
  ['schoolPostcode4', 'Postcode school'],
] as const;

function Numbers({ draft, faults, set }: PartProps): ReactNode {
  return (
    <div className="pair">
      {numbers.map(([field, label]) => (
        <Text
          key={field}
          label={label}
          size="short"
          isNumber
          value={draft[field]}
          fault={faults[field]}
          onChange={(value) => set({ [field]: value })}
        />
      ))}
    </div>
  );
}

function Wishes({ draft, set }: Omit<PartProps, 'faults'>): ReactNode {
  return (
    <>
      <fieldset className="choices">
        <legend className="utrecht-form-label">Alleen</legend>
        <Flag word="met spoed (crisis)" isOn={draft.isCrisis} onChange={(isCrisis) => set({ isCrisis })} />
        <Flag
          word="met een contract van de gemeente"
          isOn={draft.contractedOnly}
          onChange={(contractedOnly) => set({ contractedOnly })}
        />
      </fieldset>
      <Choices
        legend="Wanneer in de week?"
        words={timeWindow}
        chosen={draft.timeWindows}
        onChange={(timeWindows) => set({ timeWindows })}
      />
      <Choices
        legend="Kind en gezin"
        words={characteristic}
        chosen={draft.characteristics}
        onChange={(characteristics) => set({ characteristics })}
      />
      <Choices
        legend="Wensen voor de plek"
        words={placeFeature}
        chosen={draft.placeFeatures}
        onChange={(placeFeatures) => set({ placeFeatures })}
      />
    </>
  );
}

function Flag({
  word,
  isOn,
  onChange,
}: {
  readonly word: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}): ReactNode {
  return (
    <label className="choice">
      <input type="checkbox" className="utrecht-checkbox" checked={isOn} onChange={() => onChange(!isOn)} />
      <span>{word}</span>
    </label>
  );
}
