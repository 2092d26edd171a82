/** A browser with a cookie jar for one hub, which follows no redirect by itself. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Sends a form, the bytes of a file or JSON as a page of `origin` would. */
  post(path: string, body: URLSearchParams | Buffer | object, headers?: Record<string, string>): Promise<Response>;
  cookie(name: string): string | undefined;
  setCookie(name: string, value: string): void;
}

interface JarEntry {
  readonly value: string;
  readonly path: string;
}

/** Opens a browser; cookies are kept by name and sent below their path, as on one host. */
export function openBrowser(hubUrl: string): Browser {
  const jar = new Map<string, JarEntry>();

  function keep(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const told = (attribute: string): string | undefined =>
        attributes.find((one) => one.toLowerCase().startsWith(`${attribute}=`))?.slice(attribute.length + 1);
      const isGone = told('max-age') === '0' || Date.parse(told('expires') ?? '') < Date.now();
      if (isGone) jar.delete(name);
      else jar.set(name, { value, path: told('path') ?? '/' });
    }
    return response;
  }

  function cookies(pathname: string): Record<string, string> {
    const pairs = [...jar]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`);
    return pairs.length > 0 ? { cookie: pairs.join('; ') } : {};
  }

  const send = async (path: string, init: RequestInit, headers: Record<string, string>): Promise<Response> => {
    const url = new URL(path, hubUrl);
    return keep(await fetch(url, { ...init, redirect: 'manual', headers: { ...cookies(url.pathname), ...headers } }));
  };
  return {
    get: (path, headers = {}) => send(path, {}, headers),
    post(path, body, headers = {}) {
      const own = { origin: hubUrl, 'sec-fetch-site': 'same-origin' };
      const [type, sent] = written(body);
      return send(path, { method: 'POST', body: sent }, { ...own, ...type, ...headers });
    },
    cookie: (name) => jar.get(name)?.value,
    setCookie: (name, value) => void jar.set(name, { value, path: '/' }),
  };
}

function written(
  body: URLSearchParams | Buffer | object,
): [Record<string, string>, string | URLSearchParams | Uint8Array] {
  if (body instanceof URLSearchParams) return [{}, body];
  if (Buffer.isBuffer(body)) return [{ 'content-type': 'application/octet-stream' }, new Uint8Array(body)];
  return [{ 'content-type': 'application/json' }, JSON.stringify(body)];
}

/** Where a response sends the browser. */
export function target(response: Response): string {
  const location = response.headers.get('location');
  if (response.status !== 303 && response.status !== 302) throw new Error(`no redirect but ${response.status}`);
  if (location === null) throw new Error('a redirect to nowhere');
  return location;
}

/** Signs in as an invented account, step by step and with what else the form asks; gives the last redirect of the hub. */
export async function signIn(
  browser: Browser,
  account: string,
  start = '/inloggen',
  form: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const authorize = target(await browser.get(start));
  const page = target(await browser.get(authorize));
  const resume = target(await browser.post(page, new URLSearchParams({ account, ...form })));
  return browser.get(target(await browser.get(resume)));
}
