import { SecondaryActionButton, SubtleButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { closureReason, freshnessState, ladderRung, publishMethod } from '../../generated/words.js';
import { capital, day } from '../../parts/dutch.js';
import { ageText, nameOf, shownText, stateOf, toldText, type OwnOffer } from '../own-offers.js';
import type { Confirming } from './confirm.js';
import { FigureForm } from './figure-form.js';
import { CloseIntake, ReopenIntake } from './intake.js';

type Form = 'figure' | 'intake';

interface OfferRowProps {
  readonly offer: OwnOffer;
  readonly now: number;
  readonly confirming: Confirming;
  readonly onDone: (told: string) => void;
}

/** One offer with its figure, and beneath it what is being changed. */
export function OfferRow({ offer, now, confirming, onDone }: OfferRowProps): ReactNode {
  const [form, setForm] = useState<Form | null>(null);
  const close = (): void => setForm(null);
  const done = (told: string): void => {
    close();
    onDone(told);
  };
  const { title, key, rung, latestReport } = offer;
  return (
    <>
      <tr className={form === null ? '' : 'row--open'}>
        <th scope="row">
          {title}
          <span className="quiet block">
            {capital(ladderRung[rung])} · {key}
          </span>
        </th>
        <td data-word="Vrij">
          <Free offer={offer} />
        </td>
        <td data-word="Wachtlijst">{latestReport?.waitlistCount ?? '–'}</td>
        <td data-word="Cijfer">
          <Age offer={offer} now={now} />
        </td>
        <td className="row-actions">
          {form === null && <Actions offer={offer} confirming={confirming} open={setForm} onDone={onDone} />}
        </td>
      </tr>
      {form !== null && (
        <tr>
          <td colSpan={5}>
            {form === 'figure' ? (
              <FigureForm offer={offer} onDone={done} onCancel={close} />
            ) : (
              <CloseIntake offer={offer} onDone={done} onCancel={close} />
            )}
          </td>
        </tr>
      )}
    </>
  );
}

function Free({ offer }: { readonly offer: OwnOffer }): ReactNode {
  const { closure, availability } = offer;
  const shown = shownText(offer);
  return (
    <>
      {toldText(offer)}
      {shown !== null && <span className="quiet block">{shown}</span>}
      {availability?.isOvercommitted && <span className="badge badge--urgent">meer toegezegd dan er is</span>}
      {closure && (
        <span className="badge badge--urgent">
          opnamestop: {closureReason[closure.reason]}
          {closure.expectedEndOn !== null && `, tot ongeveer ${day(closure.expectedEndOn)}`}
        </span>
      )}
    </>
  );
}

function Age({ offer, now }: { readonly offer: OwnOffer; readonly now: number }): ReactNode {
  const state = stateOf(offer);
  const method = offer.availability?.freshness.method;
  return (
    <>
      <span className={`age--${state.toLowerCase()}`}>
        {ageText(offer, now)}
        {state !== 'UNKNOWN' && `, ${freshnessState[state]}`}
      </span>
      {method && <span className="quiet block">{publishMethod[method]}</span>}
      {offer.availability?.isDisputed && <span className="badge badge--urgent">een zoeker hoorde iets anders</span>}
    </>
  );
}

interface ActionsProps extends Pick<OfferRowProps, 'offer' | 'confirming' | 'onDone'> {
  readonly open: (form: Form) => void;
}

function Actions({ offer, confirming, open, onDone }: ActionsProps): ReactNode {
  const of = <span className="unseen"> {nameOf(offer)}</span>;
  return (
    <p className="buttons">
      <SecondaryActionButton onClick={() => open('figure')}>Wijzig{of}</SecondaryActionButton>
      {offer.latestReport && (
        <SubtleButton disabled={confirming.isTaking} onClick={() => void confirming.confirm(offer)}>
          Niets veranderd{of}
        </SubtleButton>
      )}
      {offer.closure ? (
        <ReopenIntake offer={offer} onDone={onDone} />
      ) : (
        <SubtleButton onClick={() => open('intake')}>Opnamestop{of}</SubtleButton>
      )}
    </p>
  );
}
