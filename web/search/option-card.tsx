import type { ReactNode } from 'react';
import { ladderRung, teamKind } from '../generated/words.js';
import { capital } from '../parts/dutch.js';
import { Phone } from '../parts/phone.js';
import { ageText, distanceText, freeText, fromWhenText, methodText } from './facts.js';
import { HoldPlace } from './hold-place.js';
import { isStale, type HoldFor, type Offer, type Option } from './options.js';

interface OptionCardProps {
  readonly option: Option;
  readonly evaluatedAt: string;
  readonly isCompared: boolean;
  readonly canCompare: boolean;
  readonly onCompare: () => void;
  readonly hold?: HoldFor;
  /** What was done with it for a case, and what can be done next. */
  readonly standing?: ReactNode;
  readonly steps?: ReactNode;
}

/** Id of the heading of an offer among what was found. */
export function headingOf(offerId: string): string {
  return `optie-${offerId}`;
}

/** One option: why it stands here, what is free, how old that is, and whom to call. */
export function OptionCard({
  option,
  evaluatedAt,
  isCompared,
  canCompare,
  onCompare,
  hold,
  standing,
  steps,
}: OptionCardProps): ReactNode {
  const { node: offer, rank, reasons } = option;
  const name = offer.organisation?.name ?? 'naam nu niet bekend';
  const [first, ...others] = reasons;
  return (
    <article className="option" aria-labelledby={headingOf(offer.id)}>
      <p className="option__rank" aria-label={`Nummer ${rank}`}>
        {rank}
      </p>
      <div className="option__what">
        <h2 className="utrecht-heading-2" id={headingOf(offer.id)} tabIndex={-1}>
          {offer.title}
        </h2>
        <p className="option__who">
          {name}
          {offer.municipality && ` · ${offer.municipality.name}`} · {capital(ladderRung[offer.rung])}
        </p>
        <p className="option__why">{first?.text}</p>
        {standing}
      </div>
      <Facts option={option} evaluatedAt={evaluatedAt} name={name} />
      <div className="option__more">
        <More offer={offer} reasons={others} />
        <label className="choice screen-only">
          <input
            type="checkbox"
            className="utrecht-checkbox"
            checked={isCompared}
            disabled={!isCompared && !canCompare}
            onChange={onCompare}
          />
          <span>
            Vergelijk
            <span className="unseen">
              {' '}
              {offer.title} van {name}
            </span>
          </span>
        </label>
        {hold && <HoldPlace offer={offer} hold={hold} />}
        {steps}
      </div>
    </article>
  );
}

function Facts({
  option,
  evaluatedAt,
  name,
}: Pick<OptionCardProps, 'option' | 'evaluatedAt'> & { readonly name: string }): ReactNode {
  const { node: offer } = option;
  const { available } = offer.availability ?? {};
  return (
    <dl className="facts">
      <div>
        <dt>Vrij</dt>
        <dd className={available ? 'facts__free' : ''}>{freeText(offer)}</dd>
      </div>
      <div>
        <dt>Vanaf</dt>
        <dd>{fromWhenText(offer)}</dd>
      </div>
      <div>
        <dt>Afstand</dt>
        <dd>{distanceText(option)}</dd>
      </div>
      <div>
        <dt>Cijfer</dt>
        <dd className={`age age--${(offer.availability?.freshness.state ?? 'UNKNOWN').toLowerCase()}`}>
          {ageText(offer, evaluatedAt)} <span className="quiet">{methodText(offer)}</span>
        </dd>
      </div>
      <div>
        <dt>{isStale(offer) ? 'Bel eerst' : 'Telefoon'}</dt>
        <dd>
          <Phone number={offer.organisation?.contact?.phone} of={name} />
        </dd>
      </div>
      {offer.availability?.isDisputed && (
        <div>
          <dt>Let op</dt>
          <dd className="age--stale">iemand hoorde aan de telefoon iets anders</dd>
        </div>
      )}
    </dl>
  );
}

function More({ offer, reasons }: { readonly offer: Offer; readonly reasons: Option['reasons'] }): ReactNode {
  return (
    <details>
      <summary>Meer over dit aanbod</summary>
      <p>{offer.description}</p>
      {reasons.length > 0 && (
        <ul className="utrecht-unordered-list">
          {reasons.map(({ code, text }) => (
            <li key={code}>{text}</li>
          ))}
        </ul>
      )}
      <Contact offer={offer} />
    </details>
  );
}

function Contact({ offer: { organisation } }: { readonly offer: Offer }): ReactNode {
  const { contact, teams } = organisation ?? {};
  return (
    <>
      {contact?.email && (
        <p>
          E-mail:{' '}
          <a className="utrecht-link" href={`mailto:${contact.email}`}>
            {contact.email}
          </a>
        </p>
      )}
      {teams && teams.length > 0 && (
        <p>Teams: {teams.map(({ name, kind }) => `${name ?? ''}${kind ? ` (${teamKind[kind]})` : ''}`).join('; ')}</p>
      )}
    </>
  );
}
