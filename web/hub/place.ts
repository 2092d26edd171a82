/** An address of the hub as seen from the page, which may stand below a path of a proxy. */
export function hubAddress(path: string): string {
  return new URL(path, document.baseURI).href.replace(/#.*$/, '');
}
