/** Providers of mail for people at home. Mail of an organisation never ends in one of them; a telephone number does not tell whose it is. */
const privateMail: ReadonlySet<string> = new Set([
  ...['gmail.com', 'googlemail.com', 'hotmail.com', 'hotmail.nl', 'outlook.com', 'live.nl', 'live.com', 'msn.com'],
  ...['yahoo.com', 'yahoo.nl', 'icloud.com', 'me.com', 'mac.com', 'protonmail.com', 'proton.me', 'gmx.com', 'gmx.net'],
  ...[
    'ziggo.nl',
    'kpnmail.nl',
    'planet.nl',
    'hetnet.nl',
    'home.nl',
    'xs4all.nl',
    'upcmail.nl',
    'chello.nl',
    'casema.nl',
  ],
  ...[
    'quicknet.nl',
    'telfort.nl',
    'tele2.nl',
    'zonnet.nl',
    'online.nl',
    'solcon.nl',
    'caiway.nl',
    'freeler.nl',
    'aol.com',
  ],
]);

/** Whether an address of mail is of a provider of private mail, as far as its domain tells. */
export function isPrivateMail(address: string): boolean {
  return privateMail.has(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
}
