/** Fragments that each spread the next one twice: short to write, and twice as much to plan with every level. */
export function nestedFragments(levels: number): string {
  const fragments = Array.from({ length: levels }, (_, level) => {
    const next = level + 1;
    return next < levels
      ? `fragment F${level} on Organisation{...F${next} ...F${next}}`
      : `fragment F${level} on Organisation{name}`;
  });
  return `{organisation(id:"1"){...F0}}${fragments.join('')}`;
}

/** A document so many levels deep. */
export function deep(levels: number): string {
  const below = (level: number): string =>
    level === levels ? 'id' : `${level % 2 === 0 ? 'best' : 'organisation'}{${below(level + 1)}}`;
  return `{organisation(id:"1"){${below(2)}}}`;
}

export function repeated(count: number, piece: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => piece(index)).join(' ');
}
