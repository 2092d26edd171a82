/** What a browser with Trusted Types offers; the types of TypeScript do not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string; createScriptURL(url: string): string },
  ): unknown;
}

/**
 * What becomes HTML or the address of a script here. GraphiQL puts descriptions into the page as HTML that markdown-it has escaped, and no
 * script or handler in it would run under the policy of this document; a worker comes from the assets of the hub and from nowhere else.
 */
export function trustOwnParts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', { createHTML: (html) => html, createScriptURL: ownAsset });
}

function ownAsset(address: string): string {
  const { href } = new URL(address, document.baseURI);
  if (!href.startsWith(new URL('assets/', document.baseURI).href)) throw new TypeError('no script of the hub');
  return href;
}
