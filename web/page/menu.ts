/** One entry of the menu: the first part of its address and its word. */
export interface MenuEntry {
  readonly part: string;
  readonly word: string;
  readonly roles: readonly string[];
}

const entries: readonly MenuEntry[] = [
  { part: 'zoeken', word: 'Zoeken', roles: ['care-broker', 'case-owner', 'ret-member'] },
  { part: 'casussen', word: 'Casussen', roles: ['care-broker', 'case-owner'] },
  { part: 'tafels', word: 'Ronde tafels', roles: ['ret-member'] },
  { part: 'bewaard', word: 'Bewaard', roles: ['care-broker', 'case-owner'] },
  { part: 'telefoon', word: 'Vraag aan de telefoon', roles: ['care-broker', 'case-owner'] },
  { part: 'privacy', word: 'Privacy', roles: ['case-owner', 'privacy-officer'] },
  { part: 'aanbieder', word: 'Aanbieder', roles: ['provider-planner'] },
  { part: 'netwerk', word: 'Netwerk', roles: ['care-broker', 'case-owner', 'ret-member', 'provider-planner'] },
  { part: 'dashboard', word: 'Dashboard', roles: ['care-broker', 'analyst'] },
];

/** What somebody with these roles finds here. It hides only: the hub itself refuses what is not theirs. */
export function menuOf(roles: readonly string[]): MenuEntry[] {
  return entries.filter((entry) => entry.roles.some((role) => roles.includes(role)));
}
