import type { ReactNode } from 'react';
import { placeOf, useRoute } from '../page/route.js';

/** As many years back as can be chosen. */
const yearsBack = 4;

/** The year in an address; null without one that can be. */
export function yearIn(query: URLSearchParams): number | null {
  const text = query.get('jaar') ?? '';
  return /^20[0-9]{2}$/.test(text) ? Number(text) : null;
}

/** The year that goes on for who works in it; the one before for an analyst, who sees what is over. */
export function usualYear(roles: readonly string[]): number {
  return thisYear() - (roles.includes('care-broker') ? 0 : 1);
}

/** The years that somebody may look at, as links: the address holds the one that is shown. */
export function Years({ chosen, roles }: { readonly chosen: number; readonly roles: readonly string[] }): ReactNode {
  const last = usualYear(roles);
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => last - back).toReversed();
  const all = years.includes(chosen) ? years : [...years, chosen].toSorted();
  return (
    <Links word="Jaar" name="jaar" chosen={String(chosen)} choices={all.map((year) => [String(year), String(year)])} />
  );
}

interface LinksProps {
  readonly word: string;
  /** What is changed of the address. */
  readonly name: string;
  readonly chosen: string;
  readonly choices: readonly (readonly [value: string, text: string])[];
}

/** One of some, as links to the same place with another word in its address: back goes back. */
export function Links({ word, name, chosen, choices }: LinksProps): ReactNode {
  const { parts, query } = useRoute();
  return (
    <nav className="choice-links screen-only" aria-label={word}>
      <span aria-hidden="true">{word}</span>
      <ul>
        {choices.map(([value, text]) => (
          <li key={value}>
            <a href={placeOf(parts, changed(query, name, value))} aria-current={value === chosen ? 'true' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function changed(query: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(query);
  next.set(name, value);
  return next;
}

function thisYear(): number {
  return new Date().getFullYear();
}
