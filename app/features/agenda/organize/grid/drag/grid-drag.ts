import {
  contains,
  createTarget,
  type DragHooks,
  type Drop,
  dropAt,
  endAt,
  type Held,
  measured,
  type Places,
} from './drop-place.ts'

const slop = 4
const longPress = 320
const edge = 48

/**
 * Dragging by mouse, pen and, after a long press, finger: a ghost follows the pointer and a frame shows where it would
 * snap, both by transform alone and outside React; the draft changes once, at the drop. Returns how to end it.
 */
export function attachDrag(root: HTMLElement, hooks: DragHooks): () => void {
  const carry = createCarry(root, hooks)
  let press: ReturnType<typeof setTimeout> | undefined

  function onDown(event: PointerEvent) {
    if (carry.held() || event.button !== 0 || !event.isPrimary) return
    const taken = takenAt(event)
    carry.take(taken)
    // A finger that moves at once scrolls; one that rests takes the session up.
    if (taken?.isTouch) press = setTimeout(carry.raise, longPress)
  }

  function onMove(event: PointerEvent) {
    const held = carry.held()
    if (!held || event.pointerId !== held.pointer) return
    if (!held.ghost) {
      const distance = Math.hypot(event.clientX - held.x, event.clientY - held.y)
      if (distance < slop) return
      if (held.isTouch) return cancel()
      carry.raise()
    }
    carry.move(event.clientX, event.clientY)
  }

  function onUp(event: PointerEvent) {
    const held = carry.held()
    if (!held || event.pointerId !== held.pointer) return
    const { id, ghost } = held
    const found = carry.drop()
    if (ghost) swallowClick(root)
    cancel()
    if (ghost && found) hooks.onDrop(id, found)
  }

  function cancel() {
    clearTimeout(press)
    carry.layDown()
  }

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && carry.held()?.ghost) cancel()
  }
  const onTouchMove = (event: TouchEvent) => {
    if (carry.held()?.ghost) event.preventDefault()
  }
  const onMenu = (event: Event) => {
    if (carry.held()?.isTouch) event.preventDefault()
  }
  const over = new AbortController()
  const { signal } = over
  root.addEventListener('pointerdown', onDown, { signal })
  root.addEventListener('pointermove', onMove, { signal })
  root.addEventListener('pointerup', onUp, { signal })
  root.addEventListener('pointercancel', cancel, { signal })
  root.addEventListener('touchmove', onTouchMove, { passive: false, signal })
  root.addEventListener('contextmenu', onMenu, { signal })
  window.addEventListener('scroll', carry.measureAnew, { capture: true, passive: true, signal })
  document.addEventListener('keydown', onKey, { signal })
  return () => {
    cancel()
    over.abort()
  }
}

/** A session in the hand: taken, then raised to where the pointer is, and laid down again. */
function createCarry(root: HTMLElement, hooks: DragHooks) {
  const target = createTarget(hooks)
  let held: Held | null = null
  let places = measured(root)
  let drop: Drop | null = null
  let scrolling = 0

  function raise() {
    if (!held) return
    places = measured(root)
    held.ghost = ghostOf(held.block)
    held.block.classList.add('is-taken')
    root.classList.add('is-dragging')
    if (!held.isResize) root.append(held.ghost)
    root.setPointerCapture(held.pointer)
    move(held.x, held.y)
    scrolling = requestAnimationFrame(scrollAtEdge)
  }

  function move(x: number, y: number) {
    if (!held) return
    held.x = x
    held.y = y
    if (held.ghost && !held.isResize) {
      held.ghost.style.transform = `translate(${x - held.grabX}px, ${y - held.grabY}px)`
    }
    drop = (held.isResize ? endAt : dropAt)(held, places, hooks.ground())
    target.show(held, drop, places)
  }

  function scrollAtEdge() {
    if (!held?.ghost) return
    pullAlong(held, places)
    scrolling = requestAnimationFrame(scrollAtEdge)
  }

  function layDown() {
    cancelAnimationFrame(scrolling)
    if (held?.ghost) {
      held.ghost.remove()
      held.block.classList.remove('is-taken')
      root.classList.remove('is-dragging')
      target.show(held, null, places)
    }
    held = null
    drop = null
    target.forget()
  }

  return {
    held: () => held,
    drop: () => drop,
    take(taken: Held | null) {
      held = taken
    },
    raise,
    move,
    layDown,
    /** Something scrolled: what is carried is somewhere else in the grid. */
    measureAnew() {
      if (!held?.ghost) return
      places = measured(root)
      move(held.x, held.y)
    },
  }
}

/** The click that ends a drag opens nothing; it comes at once or not at all. */
function swallowClick(root: HTMLElement) {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  root.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => root.removeEventListener('click', swallow, { capture: true }), 0)
}

/** What a pointer takes up where it goes down, if there is a session. */
function takenAt(event: PointerEvent): Held | null {
  const target = event.target as HTMLElement
  const block = target.closest<HTMLElement>('[data-block]')
  const id = block?.dataset.session
  if (!block || !id) return null
  const box = block.getBoundingClientRect()
  return {
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
}

function ghostOf(block: HTMLElement): HTMLElement {
  const ghost = block.cloneNode(true) as HTMLElement
  ghost.className = `${block.className} is-ghost`
  ghost.removeAttribute('id')
  ghost.removeAttribute('data-session')
  const { width, height } = block.getBoundingClientRect()
  ghost.style.cssText = `width:${width}px;height:${height}px`
  return ghost
}

/** Near an edge the grid scrolls under the pointer. */
function pullAlong({ x, y }: Held, { scroller, view }: Places) {
  if (!scroller || !view) return
  const pull = (at: number, low: number, high: number) =>
    at < low + edge
      ? Math.max(-1, (at - low - edge) / edge)
      : at > high - edge
        ? Math.min(1, (at - high + edge) / edge)
        : 0
  const [dx, dy] = [pull(x, view.left, view.right), pull(y, view.top, view.bottom)]
  if ((dx || dy) && contains(view, x, y)) scroller.scrollBy(dx * 14, dy * 14)
}
