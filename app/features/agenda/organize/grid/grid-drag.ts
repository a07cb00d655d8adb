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

type Held = {
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

const slop = 4
const longPress = 320
const edge = 48

/**
 * Dragging by mouse, pen and, after a long press, finger: a ghost follows the pointer and a frame shows where it would
 * snap, both by transform alone and outside React; the draft changes once, at the drop. Returns how to end it.
 */
export function attachDrag(root: HTMLElement, hooks: DragHooks): () => void {
  let held: Held | null = null
  let press: ReturnType<typeof setTimeout> | undefined
  let places = measured(root)
  let drop: Drop | null = null
  let shown = ''
  let scrolling = 0

  function onDown(event: PointerEvent) {
    const target = event.target as HTMLElement
    const block = target.closest<HTMLElement>('[data-block]')
    const id = block?.dataset.session
    if (!block || !id || held || event.button !== 0 || !event.isPrimary) return
    const box = block.getBoundingClientRect()
    held = {
      id,
      block,
      pointer: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      grabX: event.clientX - box.left,
      grabY: event.clientY - box.top,
      isTouch: event.pointerType === 'touch',
      ghost: null,
      isResize: target.closest('[data-end]') !== null,
    }
    // A finger that moves at once scrolls; one that rests takes the session up.
    if (held.isTouch) press = setTimeout(begin, longPress)
  }

  function begin() {
    if (!held) return
    places = measured(root)
    const ghost = held.block.cloneNode(true) as HTMLElement
    ghost.className = `${held.block.className} is-ghost`
    ghost.removeAttribute('id')
    ghost.removeAttribute('data-session')
    const { width, height } = held.block.getBoundingClientRect()
    ghost.style.cssText = `width:${width}px;height:${height}px`
    held.ghost = ghost
    held.block.classList.add('is-taken')
    root.classList.add('is-dragging')
    if (!held.isResize) root.append(ghost)
    root.setPointerCapture(held.pointer)
    move(held.x, held.y)
    scrolling = requestAnimationFrame(scrollAtEdge)
  }

  function onMove(event: PointerEvent) {
    if (!held || event.pointerId !== held.pointer) return
    if (!held.ghost) {
      const distance = Math.hypot(event.clientX - held.x, event.clientY - held.y)
      if (distance < slop) return
      if (held.isTouch) return cancel()
      begin()
    }
    move(event.clientX, event.clientY)
  }

  function move(x: number, y: number) {
    if (!held) return
    held.x = x
    held.y = y
    if (held.ghost && !held.isResize) {
      held.ghost.style.transform = `translate(${x - held.grabX}px, ${y - held.grabY}px)`
    }
    drop = held.isResize ? endAt(held, y) : dropAt(held, x, y)
    show(held)
  }

  function dropAt({ grabY }: Held, x: number, y: number): Drop | null {
    const { tray, days, layer } = places
    for (const { day, box } of days) if (contains(box, x, y)) return { kind: 'day', day }
    if (tray && contains(tray, x, y)) return { kind: 'tray' }
    if (!layer || !contains(places.view ?? layer, x, y)) return null
    const { from, columns, zoom } = hooks.ground()
    const column = Math.floor(((x - layer.left) / layer.width) * columns.length)
    const roomId = columns[Math.min(Math.max(column, 0), columns.length - 1)] ?? null
    const startsAt = snapped(from + ((y - grabY - layer.top) / zoom) * minute)
    return { kind: 'slot', startsAt: Math.max(startsAt, from), roomId }
  }

  function endAt({ block }: Held, y: number): Drop | null {
    const { layer } = places
    if (!layer) return null
    const { from, zoom } = hooks.ground()
    const startsAt = Number(block.dataset.starts)
    const endsAt = snapped(from + ((y - layer.top) / zoom) * minute)
    return { kind: 'end', endsAt: Math.max(endsAt, startsAt + shortest * minute) }
  }

  function show({ id, block, ghost }: Held) {
    const key = JSON.stringify(drop)
    if (key === shown) return
    shown = key
    for (const { element, day } of places.days)
      element.classList.toggle('is-target', drop?.kind === 'day' && drop.day === day)
    places.trayElement?.classList.toggle('is-target', drop?.kind === 'tray')
    const frame = places.frame
    if (!frame) return
    const { from, columns, zoom } = hooks.ground()
    frame.hidden = drop?.kind !== 'slot' && drop?.kind !== 'end'
    if (frame.hidden || !drop || !places.layer) return
    const width = places.layer.width / columns.length
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

  function onUp(event: PointerEvent) {
    if (!held || event.pointerId !== held.pointer) return
    const { id, ghost } = held
    const found = drop
    if (ghost) root.addEventListener('click', swallow, { capture: true, once: true })
    // A click comes at once or not at all.
    if (ghost) setTimeout(() => root.removeEventListener('click', swallow, { capture: true }), 0)
    cancel()
    if (ghost && found) hooks.onDrop(id, found)
  }

  function cancel() {
    clearTimeout(press)
    cancelAnimationFrame(scrolling)
    if (held?.ghost) {
      held.ghost.remove()
      held.block.classList.remove('is-taken')
      root.classList.remove('is-dragging')
      drop = null
      show(held)
    }
    held = null
    drop = null
    shown = ''
  }

  /** Near an edge the grid scrolls under the pointer. */
  function scrollAtEdge() {
    if (!held?.ghost) return
    const { scroller, view } = places
    if (scroller && view) {
      const pull = (at: number, low: number, high: number) =>
        at < low + edge
          ? Math.max(-1, (at - low - edge) / edge)
          : at > high - edge
            ? Math.min(1, (at - high + edge) / edge)
            : 0
      const [dx, dy] = [pull(held.x, view.left, view.right), pull(held.y, view.top, view.bottom)]
      if ((dx || dy) && contains(view, held.x, held.y)) scroller.scrollBy(dx * 14, dy * 14)
    }
    scrolling = requestAnimationFrame(scrollAtEdge)
  }

  function onScroll() {
    if (!held?.ghost) return
    places = measured(root)
    move(held.x, held.y)
  }

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && held?.ghost) cancel()
  }
  const onTouchMove = (event: TouchEvent) => {
    if (held?.ghost) event.preventDefault()
  }
  const onMenu = (event: Event) => {
    if (held?.isTouch) event.preventDefault()
  }
  root.addEventListener('pointerdown', onDown)
  root.addEventListener('pointermove', onMove)
  root.addEventListener('pointerup', onUp)
  root.addEventListener('pointercancel', cancel)
  root.addEventListener('touchmove', onTouchMove, { passive: false })
  root.addEventListener('contextmenu', onMenu)
  window.addEventListener('scroll', onScroll, { capture: true, passive: true })
  document.addEventListener('keydown', onKey)
  return () => {
    cancel()
    root.removeEventListener('pointerdown', onDown)
    root.removeEventListener('pointermove', onMove)
    root.removeEventListener('pointerup', onUp)
    root.removeEventListener('pointercancel', cancel)
    root.removeEventListener('touchmove', onTouchMove)
    root.removeEventListener('contextmenu', onMenu)
    window.removeEventListener('scroll', onScroll, { capture: true })
    document.removeEventListener('keydown', onKey)
  }
}

const swallow = (event: Event) => {
  event.preventDefault()
  event.stopPropagation()
}

/** Where everything is, read once when a drag begins and when something scrolls, never while it moves. */
function measured(root: HTMLElement) {
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

function contains(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
}
