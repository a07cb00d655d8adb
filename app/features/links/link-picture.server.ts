import { encode } from 'uqr'
import { env } from '#app/shared/env.server.ts'
import { contrast, isColour } from '#app/ui/accent.ts'

// Four squares on every side: scanners find a code by the quiet around it (ISO/IEC 18004).
const quiet = 4

/** The address that a code stands for, as it is printed. */
export const printedAddress = (code: string): string => `${env().APP_URL}/go/${code}`

/**
 * The squares of a link's QR code in rows, dark is true, with the quiet zone. Error correction Q: a quarter of it may be
 * creased, wet or covered.
 */
export function linkSquares(code: string): boolean[][] {
  return encode(printedAddress(code), { border: quiet, ecc: 'Q' }).data
}

/** The event's colour where readers can tell it from paper, else black: scanners of old phones want 4 to 1 at least. */
export function codeColour(accent: string | null): string {
  return accent && isColour(accent) && contrast(accent, '#ffffff') >= 4.5 ? accent : '#000000'
}

/** One path of unit squares. */
export function squaresPath(squares: boolean[][]): string {
  return squares.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('')
}

export function linkSvg(code: string, accent: string | null): string {
  const squares = linkSquares(code)
  const size = squares.length
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${squaresPath(squares)}" fill="${codeColour(accent)}"/></svg>\n`
}

/** At twenty pixels a square: sharp on a card and on a poster. */
export async function linkPng(code: string, accent: string | null): Promise<Buffer> {
  // Loaded with the first one: a process that draws no code never holds it.
  const { default: sharp } = await import('sharp')
  const squares = linkSquares(code)
  const size = squares.length
  const colour = codeColour(accent)
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  const pixels = Buffer.alloc(size * size * 3, 255)
  for (const [y, row] of squares.entries()) {
    for (const [x, dark] of row.entries()) if (dark) pixels.set([r, g, b], (y * size + x) * 3)
  }
  return sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .resize(size * 20, size * 20, { kernel: 'nearest' })
    .png({ palette: true, colours: 2 })
    .toBuffer()
}
