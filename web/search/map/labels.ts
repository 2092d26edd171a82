/** A circle on the map, in its own units. */
export interface Circle {
  x: number;
  y: number;
  readonly radius: number;
}

/** A name below the circles that it is of. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

const rounds = 20;

/** The same circles, moved until none hides the number of another: neighbouring areas may nearly coincide on a map of a region. */
export function apart<Drawn extends Circle>(circles: readonly Drawn[]): Drawn[] {
  const moved = circles.map((circle) => ({ ...circle }));
  for (let round = 0; round < rounds; round++)
    for (const [index, one] of moved.entries()) for (const other of moved.slice(index + 1)) push(one, other);
  return moved;
}

/** Half of what two circles lack to stand beside each other, each its own way; to the right where they coincide. */
function push(one: Circle, other: Circle): void {
  const [across, down] = [other.x - one.x, other.y - one.y];
  const distance = Math.hypot(across, down);
  const lack = one.radius + other.radius - distance;
  if (lack <= 0) return;
  const [toRight, toBottom] = distance === 0 ? [1, 0] : [across / distance, down / distance];
  one.x -= (toRight * lack) / 2;
  one.y -= (toBottom * lack) / 2;
  other.x += (toRight * lack) / 2;
  other.y += (toBottom * lack) / 2;
}

const lineHeight = 14;
/** A letter is half as wide as it is high, or less. */
const letterWidth = 6.5;
const maxMoves = 12;

/** Puts a name below each group of circles, further down where another name stands already, and never over the edge. */
export function labelsOf(groups: ReadonlyMap<string, readonly Circle[]>, width: number): Label[] {
  const labels: Label[] = [];
  for (const [text, circles] of groups) {
    const half = (text.length * letterWidth) / 2;
    const middle = circles.reduce((sum, { x }) => sum + x, 0) / circles.length;
    const x = Math.min(Math.max(middle, half), width - half);
    let y = Math.max(...circles.map((circle) => circle.y + circle.radius)) + lineHeight;
    for (let moves = 0; moves < maxMoves && labels.some((other) => isOver(other, x, y, half)); moves++) y += lineHeight;
    labels.push({ text, x, y });
  }
  return labels;
}

function isOver(other: Label, x: number, y: number, half: number): boolean {
  const reach = half + (other.text.length * letterWidth) / 2;
  return Math.abs(other.x - x) < reach && Math.abs(other.y - y) < lineHeight;
}
