import { minute, shortest, snapped, step } from '#app/features/agenda/domain/draft/gestures.ts'

/** The grid that is dragged in: instants at its top, the rooms of its columns, pixels a minute. */
export type DragGround = { from: number; columns: readonly (string | null)[]; zoom: number }
export type Drop =
  | { kind: 'slot'; startsAt: number; roomId: string | null }
  | { kind: 'end'; endsAt: number }
  | { kind: 'tray' }
  | { kind: 'day'; day: string }

export type DragHooks = {
  ground: () => DragGround
  /** Minutes a session takes, when it is dragged in from the tray too. */
  lengthOf: (sessionId: string) => number
  words: (startsAt: number, minutes: number) => string
  onDrop: (sessionId: string, drop: Drop) => void
}

export type Held = {
  id: string
  block: HTMLElement
  isResize: boolean
  pointer: number
  x: number
  y: number
  /** Where in the block it was taken. */
  grabX: number
  grabY: number
  isTouch: boolean
  ghost: HTMLElement | null
}

export type Places = ReturnType<typeof measured>

/** Where everything is, read once when a drag begins and when something scrolls, never while it moves. */
export function measured(root: HTMLElement) {
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)
  const [layer, scroller, trayElement] = [find('[data-grid]'), find('[data-scroller]'), find('[data-tray]')]
  return {
    scroller,
    trayElement,
    frame: find('[data-frame]'),
    layer: layer?.getBoundingClientRect(),
    view: scroller?.getBoundingClientRect(),
    tray: trayElement?.getBoundingClientRect(),
    days: [...root.querySelectorAll<HTMLElement>('[data-day]')].map((element) => ({
      element,
      day: element.dataset.day ?? '',
      box: element.getBoundingClientRect(),
    })),
  }
}

export function contains(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}

/** Where something that is held there would be dropped. */
export function dropAt(held: Held, places: Places, ground: DragGround): Drop | null {
  const { x, y, grabY } = held
  const { tray, days, layer } = places
  for (const { day, box } of days) if (contains(box, x, y)) return { kind: 'day', day }
  if (tray && contains(tray, x, y)) return { kind: 'tray' }
  if (!layer || !contains(places.view ?? layer, x, y)) return null
  const { from, columns, zoom } = ground
  const column = Math.floor(((x - layer.left) / layer.width) * columns.length)
  const roomId = columns[Math.min(Math.max(column, 0), columns.length - 1)] ?? null
  const startsAt = snapped(from + ((y - grabY - layer.top) / zoom) * minute)
  return { kind: 'slot', startsAt: Math.max(startsAt, from), roomId }
}

/** Where a session would end whose end is held there. */
export function endAt({ block, y }: Held, { layer }: Places, ground: DragGround): Drop | null {
  if (!layer) return null
  const { from, zoom } = ground
  const startsAt = Number(block.dataset.starts)
  const endsAt = snapped(from + ((y - layer.top) / zoom) * minute)
  return { kind: 'end', endsAt: Math.max(endsAt, startsAt + shortest * minute) }
}

/** Shows where it would be dropped: the day, the tray, or a frame in the grid that says when. */
export function createTarget(hooks: DragHooks) {
  let shown = ''
  return {
    show(held: Held, drop: Drop | null, places: Places) {
      const key = JSON.stringify(drop)
      if (key === shown) return
      shown = key
      for (const { element, day } of places.days)
        element.classList.toggle('is-target', drop?.kind === 'day' && drop.day === day)
      places.trayElement?.classList.toggle('is-target', drop?.kind === 'tray')
      if (places.frame) drawFrame(places.frame, held, drop, places, hooks)
    },
    forget() {
      shown = ''
    },
  }
}

function drawFrame(
  frame: HTMLElement,
  { id, block, ghost }: Held,
  drop: Drop | null,
  { layer }: Places,
  hooks: DragHooks,
) {
  const { from, columns, zoom } = hooks.ground()
  frame.hidden = drop?.kind !== 'slot' && drop?.kind !== 'end'
  if (frame.hidden || !drop || !layer) return
  const width = layer.width / columns.length
  const isEnd = drop.kind === 'end'
  const startsAt = drop.kind === 'slot' ? drop.startsAt : Number(block.dataset.starts)
  const minutes = drop.kind === 'end' ? (drop.endsAt - startsAt) / minute : hooks.lengthOf(id)
  const column = drop.kind === 'slot' ? columns.indexOf(drop.roomId) : Number(block.dataset.column)
  const top = ((startsAt - from) / minute) * zoom
  frame.style.transform = `translate(${column * width}px, ${top}px)`
  frame.style.width = `${width}px`
  frame.style.height = `${Math.max(minutes * zoom, step * zoom)}px`
  frame.classList.toggle('is-end', isEnd)
  const words = hooks.words(startsAt, minutes)
  frame.textContent = words
  const written = ghost?.querySelector('.block-times')
  if (written) written.textContent = words
}
