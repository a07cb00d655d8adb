import { fontFile, fontRuns, fontsIn, ownFont, runWidth } from '#app/shared/fonts/font-files.server.ts'
import { withoutMarksIn } from '#app/shared/i18n/kept-words.ts'
import { readable } from '#app/ui/accent.ts'
import { ringShapes } from '#app/ui/ring/ring-svg.ts'
import { wrapLevel, wrapWords } from './wrap-words.ts'

const ink = '#1a1c23'
const soft = '#454852'
const paper = '#fcfbf8'

/** Where a cover stands in the picture, in pixels. */
export const socialCover = { left: 700, width: 500, height: 630 }

export type SocialImage = {
  title: string
  dateLine: string
  placeLine: string
  hosts: readonly string[]
  people: readonly { name: string; host?: boolean }[]
  accent: string
  /** What stands beside the words instead of the table: a JPEG of 500 by 630. */
  cover?: Uint8Array | null
}

const escaped = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Each script stands by itself: a text that mixes them loses some, and our own letters their weight. */
function line(words: string, y: number, size: number, weight: number, fill: string): string {
  const runs = fontRuns(words.trim())
  const look = `font-size="${size}" font-weight="${weight}" fill="${fill}"`
  let x = 72
  const placed = (isRightToLeft(runs) ? runs.reverse() : runs).map((run) => {
    const text = run.text.trimStart()
    const before = text ? runWidth({ ...run, text: run.text.slice(0, -text.length) }) * size : 0
    const drawn = text && `<text x="${round(x + before)}" y="${y}" ${look}>${escaped(text)}</text>`
    x += runWidth(run) * size
    return drawn
  })
  return placed.join('')
}

const round = (length: number) => Math.round(length * 10) / 10
const isRightToLeft = ([first]: readonly { font: string }[]) => first?.font === 'arabic'

// The largest title that fits five lines; a very long one ends in an ellipsis.
function titleLines(title: string, width: number) {
  for (const size of [60, 54, 48, 43, 39]) {
    const lines = wrapLevel(title, width, size)
    if (lines.length * size * 1.28 <= 290) return { size, lines }
  }
  return { size: 36, lines: wrapWords(title, width, 36, 6) }
}

/** The drawing behind the picture, for those who want it sharp. */
export function socialSvg({ title, dateLine, placeLine, hosts, people, accent, cover }: SocialImage): string {
  const colour = readable(accent, 'light')
  const colours = { paper, ink, accent: colour, rule: '#cfcabd' }
  const { size, lines } = titleLines(title, 585)
  const step = Math.round(size * 1.28)
  const titleTop = 176 + size
  const titleSvg = lines.map((words, at) => line(words, titleTop + at * step, size, 600, ink)).join('')
  const hostLines = wrapWords(hosts.join(' · '), 585, 21, 3)
  const hostTop = 566 - (hostLines.length - 1) * 30
  const hostSvg = hostLines.map((words, at) => line(words, hostTop + at * 30, 21, 400, soft)).join('')
  const table = { cx: 924, cy: 315, r: 182 }
  const seen = cover
    ? pictureShape(cover)
    : `${ringShapes({ people, lettered: true }, table, colours)}
<text x="${table.cx}" y="${table.cy + 11}" font-size="31" font-weight="600" text-anchor="middle" fill="${ink}">Bàn Tròn</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" font-family="Be Vietnam Pro">
<rect width="1200" height="630" fill="${paper}"/><rect width="16" height="630" fill="${colour}"/>
${line(dateLine, 100, 28, 600, colour)}${line(placeLine, 140, 24, 400, soft)}
${titleSvg}${hostSvg}${seen}
</svg>`
}

/** The cover beside the words, up to the edge. */
function pictureShape(cover: Uint8Array): string {
  const { left, width, height } = socialCover
  const bytes = Buffer.from(cover).toString('base64')
  return `<image x="${left}" y="0" width="${width}" height="${height}" href="data:image/jpeg;base64,${bytes}"/>`
}

/** The picture that other sites show with a link to the event: 1200 × 630, with its cover or its own ring. */
export async function socialImage({ cover = null, ...event }: SocialImage): Promise<Buffer> {
  const drawing = socialSvg({ ...withoutMarksIn(event), cover })
  const others = fontsIn(drawing).map(fontFile)
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(drawing, {
    font: {
      fontFiles: [ownFont('400Regular'), ownFont('600SemiBold'), ...others],
      loadSystemFonts: false,
      defaultFontFamily: 'Be Vietnam Pro',
    },
  })
  return image.asPng()
}
