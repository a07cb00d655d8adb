/** A scene of a seed, drawn by this program: nothing in it is a photograph of anybody or anything. */
const [width, height] = [1600, 900]

type Ground = { top: string; bottom: string; glow: string; glowAt: [number, number] }

/** A whole drawing: a ground with light from one place, and what stands on it. */
export function drawing({ top, bottom, glow, glowAt: [x, y] }: Ground, ...shapes: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="ground" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>
<radialGradient id="glow" cx="${x / width}" cy="${y / height}" r="0.62"><stop stop-color="${glow}" stop-opacity="0.85"/><stop offset="1" stop-color="${glow}" stop-opacity="0"/></radialGradient></defs>
<rect width="${width}" height="${height}" fill="url(#ground)"/><rect width="${width}" height="${height}" fill="url(#glow)"/>
${shapes.join('\n')}</svg>`
}

type Table = {
  cx: number
  cy: number
  r: number
  seats: number
  lit?: readonly number[]
  free?: readonly number[]
}

/** A round table from above: its edge, its seats, those who speak lit; no chair stands where one is free. */
export function tableFromAbove(
  { cx, cy, r, seats, lit = [], free = [] }: Table,
  { line, seat, light }: { line: string; seat: string; light: string },
): string {
  const around = Array.from({ length: seats }, (_, at) => {
    if (free.includes(at)) return ''
    const angle = (at / seats) * 2 * Math.PI
    const [x, y] = [cx + r * Math.sin(angle), cy - r * Math.cos(angle)].map(Math.round)
    const isLit = lit.includes(at)
    return `<circle cx="${x}" cy="${y}" r="${Math.round(r * 0.125)}" fill="${isLit ? light : seat}" stroke="${line}" stroke-width="5"/>`
  })
  return `<circle cx="${cx}" cy="${cy}" r="${Math.round(r * 0.74)}" fill="${line}" fill-opacity="0.12" stroke="${line}" stroke-width="7"/>
<circle cx="${cx}" cy="${cy}" r="${Math.round(r * 0.6)}" fill="none" stroke="${line}" stroke-opacity="0.4" stroke-width="2"/>${around.join('')}`
}

type Wave = { y: number; rise: number; length: number; shift: number; fill: string; opacity: number }

/** Water from one edge to the other, down to the foot of the drawing. */
export function wave({ y, rise, length, shift, fill, opacity }: Wave): string {
  const crests = Math.ceil((width + length) / length) + 1
  const swings = Array.from(
    { length: crests },
    () => `q${length / 4} ${-rise} ${length / 2} 0 t${length / 2} 0`,
  )
  return `<path d="M${-shift} ${y} ${swings.join(' ')} V${height} H${-shift} Z" fill="${fill}" fill-opacity="${opacity}"/>`
}

/** Rows of seats seen from above, bent towards a screen. */
export function rows(count: number, { x, y, fill }: { x: number; y: number; fill: string }): string {
  return Array.from({ length: count }, (_, row) => {
    const [radius, seats] = [300 + row * 74, 9 + row * 2]
    const dots = Array.from({ length: seats }, (_, at) => {
      const angle = ((at - (seats - 1) / 2) / seats) * 1.9
      const [left, top] = [x + radius * Math.sin(angle), y + radius * Math.cos(angle) * 0.72].map(Math.round)
      return `<circle cx="${left}" cy="${top}" r="15" fill="${fill}" fill-opacity="${(0.95 - row * 0.12).toFixed(2)}"/>`
    })
    return dots.join('')
  }).join('')
}

/** A strip of film that bends once across the drawing. */
export function filmStrip(path: string, { line, hole }: { line: string; hole: string }): string {
  return `<path d="${path}" fill="none" stroke="${line}" stroke-width="112" stroke-linecap="round"/>
<path d="${path}" fill="none" stroke="${hole}" stroke-width="96" stroke-dasharray="14 20"/>
<path d="${path}" fill="none" stroke="${line}" stroke-width="74"/>
<path d="${path}" fill="none" stroke="${hole}" stroke-opacity="0.3" stroke-width="60" stroke-dasharray="118 10"/>`
}
