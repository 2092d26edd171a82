/** The cookies of one hub: bound to its own host wherever there is TLS. */
export interface Cookies {
  readonly session: Cookie;
  /** What one attempt to sign in must be answered with. */
  readonly attempt: Cookie;
}

/** One cookie, which no script can read. */
export interface Cookie {
  /** Its value in a request; null when it is not there, or twice. */
  read(header: string | undefined): string | null;
  set(value: string, seconds: number): string;
  clear(): string;
}

const longestHeader = 8_000;

/** The names of the cookies below an address. Without TLS, which is this machine only, a browser takes no `__Host-` cookie. */
export function cookiesOf({ protocol }: URL): Cookies {
  const isSecure = protocol === 'https:';
  const name = (own: string): string => (isSecure ? `__Host-${own}` : own);
  return { session: cookie(name('thuisbasis'), isSecure), attempt: cookie(name('thuisbasis-aanmelden'), isSecure) };
}

function cookie(name: string, isSecure: boolean): Cookie {
  const write = (value: string, seconds: number): string =>
    `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return {
    read(header = '') {
      if (header.length > longestHeader) return null;
      const pairs = header.split(';').map((pair) => pair.trim());
      const values = pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
      return values.length === 1 ? (values[0] ?? null) : null;
    },
    set: write,
    clear: () => write('', 0),
  };
}
