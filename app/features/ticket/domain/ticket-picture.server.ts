import { ticketSquares } from './ticket-code.ts'

// Four squares on every side: scanners find a code by the quiet around it (ISO/IEC 18004).
const quiet = 4
const scale = 8

/** A ticket's QR code as a small PNG, dark on light with the quiet zone in it, so that a dark mail leaves it as it is. */
export async function ticketPicture(code: string): Promise<Buffer> {
  // Loaded with the first one: a process that sends no ticket never holds it.
  const { default: sharp } = await import('sharp')
  const squares = ticketSquares(code)
  const size = squares.length + 2 * quiet
  const pixels = Buffer.alloc(size * size, 255)
  for (const [y, row] of squares.entries())
    for (const [x, dark] of row.entries()) if (dark) pixels[(y + quiet) * size + x + quiet] = 0
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * scale, size * scale, { kernel: 'nearest' })
    .png({ palette: true, colours: 2 })
    .toBuffer()
}
