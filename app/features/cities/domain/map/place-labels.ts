export type Box = { x: number; y: number; width: number; height: number }
/** A point to be named: where it is, and how large its name is; the first in the list choose first. */
export type Named = { x: number; y: number; width: number; height: number }
export type Frame = { width: number; height: number }

/** How far a name stands from its point, and how much stays free around points and at the edges. */
export type Distances = { dot: number; gap: number; edge: number }

/**
 * A place for each name such that no two names touch, none lies on a point, and all are whole inside the frame. A name
 * that finds no such place gets none: its point stands alone, and its name in the list beside. Each takes the first free
 * place in the order in which maps are read: right, left, above, below, then the corners, near before far.
 */
export function placeLabels(points: readonly Named[], frame: Frame, distances: Distances): (Box | null)[] {
  const dots = points.map((point) => dotOf(point, distances))
  const open = points.map((point) =>
    candidates(point, distances).filter((box) => isInside(box, frame, distances.edge) && clear(box, dots)),
  )
  const taken: (Box | null)[] = points.map(() => null)
  // Who has the fewest ways chooses first, so that a name amid others is not left without any.
  const order = points
    .map((_, at) => at)
    .sort((a, b) => (open[a]?.length ?? 0) - (open[b]?.length ?? 0) || a - b)
  for (const at of order) {
    const free = (open[at] ?? []).filter((box) => clear(box, taken))
    taken[at] = leastHarm(free, open, order, taken, at)
  }
  return taken
}

/** Of the free places the one that takes fewest from those who have yet to choose. */
function leastHarm(
  free: readonly Box[],
  open: readonly (readonly Box[])[],
  order: readonly number[],
  taken: readonly (Box | null)[],
  self: number,
): Box | null {
  const waiting = order.filter((at) => at !== self && taken[at] === null)
  let best: { box: Box; harm: number } | null = null
  for (const box of free) {
    const harm = waiting.reduce((sum, at) => {
      const lost = (open[at] ?? []).filter((other) => touch(box, other)).length
      return sum + lost / Math.max(1, open[at]?.length ?? 1) ** 2
    }, 0)
    if (!best || harm < best.harm - 1e-9) best = { box, harm }
  }
  return best?.box ?? null
}

/** The dot with what stays free around it. */
export function dotOf({ x, y }: Pick<Named, 'x' | 'y'>, { dot }: Distances): Box {
  return { x: x - dot, y: y - dot, width: 2 * dot, height: 2 * dot }
}

function candidates({ x, y, width, height }: Named, { dot, gap }: Distances): Box[] {
  return [gap, gap * 4, gap * 8].flatMap((away) => {
    const [right, left] = [x + dot + away, x - dot - away - width]
    const [above, below] = [y - dot - away - height, y + dot + away]
    const [middle, centre] = [y - height / 2, x - width / 2]
    const places: [number, number][] = [
      [right, middle],
      [left, middle],
      [centre, above],
      [centre, below],
      [right, above + away],
      [right, below - away],
      [left, above + away],
      [left, below - away],
      ...[-3 / 8, -1 / 4, 1 / 4, 3 / 8].flatMap((part): [number, number][] => [
        [centre + part * width, above],
        [centre + part * width, below],
      ]),
    ]
    return places.map(([atX, atY]) => ({ x: atX, y: atY, width, height }))
  })
}

function isInside(box: Box, frame: Frame, edge: number): boolean {
  return (
    box.x >= edge &&
    box.y >= edge &&
    box.x + box.width <= frame.width - edge &&
    box.y + box.height <= frame.height - edge
  )
}

function clear(box: Box, others: readonly (Box | null)[]): boolean {
  return others.every((other) => other === null || !touch(box, other))
}

/** Whether two boxes share any area. */
export function touch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}
