import type { IncomingMessage } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { DevelopmentAccount } from './accounts.js';
import { loginPath } from './development-configuration.js';
import { loginPage, loginPagePolicy } from './login-page.js';

const mostBytes = 500;

/** Serves the own login page before the library sees a request: GET shows it, POST signs in as the one that was chosen. */
export function serveLoginPage(provider: Provider, accounts: readonly DevelopmentAccount[], mountPath: string): void {
  provider.use(async (context, next) => {
    forgetSession(context.req);
    if (!context.path.startsWith(`${loginPath}/`)) {
      await next();
      return;
    }
    // the cookie of this attempt says whose it is: another site's form comes without
    const attempt = await provider.interactionDetails(context.req, context.res).catch(() => null);
    const form = context.method === 'POST' ? await formOf(context.req) : null;
    const chosen = form?.get('account') ?? null;
    if (!attempt || (context.method === 'POST' && !accounts.some(({ id }) => id === chosen))) {
      context.status = 400;
      context.body = { error: 'invalid_request' };
    } else if (chosen === null) {
      context.type = 'html';
      context.set('content-security-policy', loginPagePolicy);
      context.body = loginPage(accounts, `${mountPath}${context.path}`);
    } else {
      const amr = form?.get('second-factor') === 'yes' ? ['pwd', 'mfa'] : ['pwd'];
      const address = await provider.interactionResult(context.req, context.res, { login: { accountId: chosen, amr } });
      context.status = 303;
      context.redirect(address);
    }
  });
}

/** Whoever signed in here before does not matter: it is chosen anew each time, and signing out at the hub is enough. */
function forgetSession({ headers }: IncomingMessage): void {
  const kept = headers.cookie?.split(';').filter((pair) => !pair.trim().startsWith('_session'));
  if (kept) headers.cookie = kept.join(';');
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams | null> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > mostBytes) return null;
  }
  return new URLSearchParams(text);
}
