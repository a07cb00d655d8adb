type Point = { x: number; y: number }

/**
 * The point that was pressed, in percent of the picture; null when nobody pressed: a form sent by the key Enter counts
 * as pressed in the corner.
 */
export function pressedFocus(
  press: Point | undefined,
  { width, height }: { width: number; height: number },
  shownWidth: number,
): { focalX: number; focalY: number } | null {
  if (!press || (press.x === 0 && press.y === 0)) return null
  const shownHeight = (shownWidth * height) / width
  const share = (at: number, of: number) => Math.round(Math.min(Math.max(at / of, 0), 1) * 100)
  return { focalX: share(press.x, shownWidth), focalY: share(press.y, shownHeight) }
}
