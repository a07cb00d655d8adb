import { type RefObject, useEffect, useRef } from 'react'
import type { DragHooks } from './drop-place.ts'
import { attachDrag } from './grid-drag.ts'

/** Dragging on an element, with what the latest rendering knows. */
export function useDrag(root: RefObject<HTMLElement | null>, hooks: DragHooks) {
  const latest = useRef(hooks)
  useEffect(() => {
    latest.current = hooks
  })
  useEffect(() => {
    if (!root.current) return
    return attachDrag(root.current, {
      ground: () => latest.current.ground(),
      lengthOf: (id) => latest.current.lengthOf(id),
      words: (startsAt, minutes) => latest.current.words(startsAt, minutes),
      onDrop: (id, drop) => latest.current.onDrop(id, drop),
    })
  }, [root])
}
