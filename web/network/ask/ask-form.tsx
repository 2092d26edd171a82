import { PrimaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { askNetwork } from '../../generated/operations.js';
import {
  expertiseCode,
  networkFunction,
  wayfinderSituation,
  type ExpertiseCode,
  type NetworkFunction,
  type WayfinderSituation,
} from '../../generated/words.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { moment } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import { Pick } from '../../parts/forms/fields.js';
import { useFocusFault } from '../../parts/forms/focus.js';
import { codeOf } from '../../parts/forms/municipality-code.js';
import { MunicipalityField } from '../../parts/forms/municipality.js';
import { known } from '../../parts/forms/typed.js';

interface Question {
  readonly asked: NetworkFunction | '';
  readonly situation: WayfinderSituation | '';
  readonly municipality: string;
  readonly expertise: ExpertiseCode | '';
}

interface AskFormProps {
  /** The situation that somebody comes with from the wayfinder. */
  readonly situation: string | null;
  readonly onAsked: (text: string) => void;
}

/** A question in a few choices. There is no field for text: whoever calls back hears the rest, and nothing of a child is written down. */
export function AskForm({ situation, onAsked }: AskFormProps): ReactNode {
  const [start] = known(situation, wayfinderSituation);
  const empty: Question = { asked: '', situation: start ?? '', municipality: '', expertise: '' };
  const [question, setQuestion] = useState(empty);
  const [isTried, setTried] = useState(false);
  const focusFault = useFocusFault();
  const asking = useOnce(askNetwork);
  const ask = async (form: HTMLFormElement): Promise<void> => {
    const meant = inputOf(question);
    setTried(true);
    if (!meant) focusFault(form);
    if (!meant || asking.isTaking) return;
    const taken = await asking.take(meant, keyed);
    if (!taken) return;
    setQuestion({ ...empty, situation: '' });
    setTried(false);
    onAsked(askedText(taken.askNetwork?.networkRequest));
  };
  return (
    <form
      className="need"
      noValidate
      aria-label="Uw vraag"
      onSubmit={(event) => {
        event.preventDefault();
        void ask(event.currentTarget);
      }}
    >
      <p className="quiet">U schrijft niets over het kind op: wie terugbelt, hoort de rest van u.</p>
      <Fields question={question} isTried={isTried} set={(part) => setQuestion({ ...question, ...part })} />
      <Failure error={asking.error} isStep />
      <PrimaryActionButton type="submit" busy={asking.isTaking}>
        {asking.isTaking ? 'Vraagt …' : 'Stel de vraag'}
      </PrimaryActionButton>
    </form>
  );
}

function askedText(
  request: { readonly dueAt: string; readonly team: { readonly name: string | null } | null } | null | undefined,
): string {
  if (!request) return 'Gevraagd. U wordt binnen 48 uur teruggebeld.';
  return `Gevraagd aan ${request.team?.name ?? 'het netwerk'}. U wordt teruggebeld, uiterlijk ${moment(request.dueAt)}.`;
}

interface FieldsProps {
  readonly question: Question;
  readonly isTried: boolean;
  readonly set: (part: Partial<Question>) => void;
}

function Fields({ question, isTried, set }: FieldsProps): ReactNode {
  const missing = (value: string, words: string): string | undefined => (isTried && value === '' ? words : undefined);
  return (
    <>
      <Pick
        label="Wat wilt u?"
        words={networkFunction}
        empty="kies"
        value={question.asked}
        fault={missing(question.asked, 'Kies wat u wilt.')}
        onChange={(asked) => set({ asked })}
      />
      <Pick
        label="Wat speelt er?"
        words={wayfinderSituation}
        empty="kies"
        value={question.situation}
        fault={missing(question.situation, 'Kies wat er speelt.')}
        onChange={(situation) => set({ situation })}
      />
      <MunicipalityField
        label="Gemeente waar hulp nodig is"
        value={question.municipality}
        fault={isTried && codeOf(question.municipality) === null ? 'Kies een gemeente uit de lijst.' : undefined}
        onChange={(municipality) => set({ municipality })}
      />
      <Pick
        label="Thuis in (hoeft niet)"
        words={expertiseCode}
        empty="maakt niet uit"
        value={question.expertise}
        onChange={(expertise) => set({ expertise })}
      />
    </>
  );
}

/** What the hub is asked; null while something is missing. */
function inputOf({ asked, situation, municipality, expertise }: Question) {
  const municipalityCode = codeOf(municipality);
  if (municipalityCode === null || asked === '' || situation === '') return null;
  return { function: asked, situation, municipalityCode, ...(expertise !== '' && { expertise }) };
}
