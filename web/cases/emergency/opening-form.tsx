import { PrimaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { breakGlass } from '../../generated/operations.js';
import { breakGlassReason, type BreakGlassReason } from '../../generated/words.js';
import { codesOf } from '../../hub/client.js';
import { provenSignInAddress } from '../../hub/session.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { Failure } from '../../parts/telling/failure.js';
import { Pick } from '../../parts/forms/fields.js';
import { useFocusFault } from '../../parts/forms/focus.js';
import { Notice } from '../../parts/telling/notice.js';
import { ProseField } from '../../parts/forms/prose-field.js';
import { Told } from '../../parts/telling/told.js';

interface OpeningFormProps {
  readonly caseId: string;
  readonly purpose: string;
  /** Whether emergency access ended just now. */
  readonly hasEnded: boolean;
  readonly onOpened: () => void;
}

/** What emergency access is, and why somebody takes it. What was filled in stays while a second factor is shown elsewhere. */
export function OpeningForm({ caseId, purpose, hasEnded, onOpened }: OpeningFormProps): ReactNode {
  const [reason, setReason] = useState<BreakGlassReason | ''>('');
  const [explanation, setExplanation] = useState('');
  const [isTried, setTried] = useState(false);
  const focusFault = useFocusFault();
  const opening = useOnce(breakGlass, purpose);
  const faults = isTried ? faultsOf(reason, explanation) : {};
  const open = async (form: HTMLFormElement): Promise<void> => {
    setTried(true);
    if (Object.keys(faultsOf(reason, explanation)).length > 0) focusFault(form);
    else if (!opening.isTaking && reason !== '') {
      const meant = { caseId, reason, explanation: explanation.trim() };
      if (await opening.take(meant, keyed)) onOpened();
    }
  };
  return (
    <>
      <Told text={hasEnded ? 'De noodtoegang is voorbij. Het adres is weer afgeschermd.' : ''} />
      <Meaning />
      <form
        className="narrow"
        noValidate
        aria-label="Noodtoegang"
        onSubmit={(event) => {
          event.preventDefault();
          void open(event.currentTarget);
        }}
      >
        <Pick
          label="Waarom is het nodig?"
          words={breakGlassReason}
          empty="kies"
          value={reason}
          fault={faults.reason}
          onChange={setReason}
        />
        <ProseField
          label="Wat is er aan de hand?"
          hint="20 tot 500 tekens, zonder namen en zonder BSN."
          value={explanation}
          fault={faults.explanation}
          onChange={setExplanation}
        />
        {codesOf(opening.error).includes('SECOND_FACTOR_NEEDED') ? (
          <SecondFactor />
        ) : (
          <Failure error={opening.error} isStep />
        )}
        <p className="buttons">
          <PrimaryActionButton type="submit" busy={opening.isTaking}>
            Open een uur lang
          </PrimaryActionButton>
        </p>
      </form>
    </>
  );
}

function Meaning(): ReactNode {
  return (
    <div className="narrow">
      <p>Waar dit kind woont, is afgeschermd. In nood kunt u dat een uur lang zien.</p>
      <p>
        Dat gebeurt niet in stilte: de organisatie die de casus bracht en de functionaris gegevensbescherming horen
        meteen wie u bent en waarom u het deed. Uw reden wordt binnen vijf werkdagen beoordeeld.
      </p>
    </div>
  );
}

function SecondFactor(): ReactNode {
  return (
    <Notice kind="warning" isAlert>
      <strong>Toon eerst opnieuw wie u bent, met uw tweede factor.</strong>{' '}
      <a className="utrecht-link" href={provenSignInAddress()} target="_blank" rel="noopener">
        Log in met uw tweede factor (nieuw tabblad)
      </a>
      , kom hier terug en probeer het nog een keer. Wat u schreef, staat er nog.
    </Notice>
  );
}

/** What is wrong with what was filled in, at the field where it is mended. */
function faultsOf(reason: string, explanation: string): { readonly reason?: string; readonly explanation?: string } {
  const { length } = explanation.trim();
  return {
    ...(reason === '' && { reason: 'Kies een reden.' }),
    ...(length < 20 && { explanation: 'Schrijf het op in minstens 20 tekens.' }),
    ...(length > 500 && { explanation: 'Schrijf het op in hoogstens 500 tekens.' }),
  };
}
