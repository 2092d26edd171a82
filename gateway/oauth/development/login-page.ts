import { createHash } from 'node:crypto';
import type { DevelopmentAccount } from './accounts.js';

const style = `
body{font:1.125rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
.waarschuwing{border-left:.5rem solid #b35900;background:#fff4e5;padding:.75rem 1rem}
fieldset{border:0;padding:0;margin:1.5rem 0}legend{font-weight:bold;padding:0}
label{display:flex;gap:.75rem;padding:.5rem;align-items:baseline}
button{font:inherit;padding:.75rem 1.5rem;background:#154273;color:#fff;border:0;cursor:pointer}
:focus-visible{outline:.2rem solid #1a1a1a;outline-offset:.2rem;box-shadow:0 0 0 .2rem #ffd600}`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** No script, nothing from elsewhere, one form that goes back where it came from. */
export const loginPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The page on which a developer chooses as whom to sign in. */
export function loginPage(accounts: readonly DevelopmentAccount[], action: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Aanmelden (ontwikkeling) - Thuisbasis</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Aanmelden bij Thuisbasis</h1>
<p class="waarschuwing"><strong>Alleen voor ontwikkeling.</strong> Iedereen die deze pagina bereikt kan zich zonder wachtwoord
aanmelden. De namen zijn verzonnen. In het echt staat hier de aanmeldpagina van uw eigen organisatie.</p>
<form method="post" action="${escape(action)}">
<fieldset>
<legend>Als wie meldt u zich aan?</legend>
${accounts.map(choice).join('\n')}
</fieldset>
<label for="second-factor"><input type="checkbox" id="second-factor" name="second-factor" value="yes">
<span>Alsof u ook een tweede factor liet zien, zoals een code van uw telefoon</span></label>
<button type="submit">Aanmelden</button>
</form>
</main>
</body>
</html>
`;
}

function choice({ id, name, work }: DevelopmentAccount, index: number): string {
  const field = `account-${index}`;
  const chosen = index === 0 ? ' checked' : '';
  return `<label for="${field}"><input type="radio" id="${field}" name="account" value="${escape(id)}" required${chosen}>
<span>${escape(name)}, ${escape(work)}</span></label>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
