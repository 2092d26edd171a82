import fc from 'fast-check';

/** A document with pieces cut out, doubled or put elsewhere. */
export function spoiltDocument(document: string): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.nat(), fc.nat(12), fc.nat(), fc.boolean()), { minLength: 1, maxLength: 6 })
    .map((changes) =>
      changes.reduce((text, [from, length, to, isMoved]) => {
        const start = from % text.length;
        const piece = text.slice(start, start + length);
        const rest = isMoved ? text.slice(0, start) + text.slice(start + length) : text;
        const end = to % (rest.length + 1);
        return rest.slice(0, end) + piece + rest.slice(end);
      }, document),
    );
}
