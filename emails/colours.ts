/** Ink on paper; `layout.tsx` turns it round where the reader's mail program is dark. */
export const ink = { words: '#1f2229', soft: '#5a5f69', paper: '#fcfbf8', ground: '#f1eee6' } as const
export const inkInDark = { words: '#ece9e2', soft: '#b4b1a9', paper: '#1c1f26', ground: '#15171c' } as const

/** The event's colour as a ground, and the letters that can be read on it. */
export function accentOf(hex: string): { fill: string; on: string } {
  const fill = /^#[0-9a-f]{6}$/i.test(hex) ? hex : '#8a1f2d'
  return { fill, on: luminance(fill) > 0.18 ? ink.words : '#ffffff' }
}

// Above 0.18 dark letters have the greater contrast (WCAG 2).
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(
    (at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2,
  )
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
