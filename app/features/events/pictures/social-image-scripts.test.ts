import sharp from 'sharp'
import { expect, it } from 'vitest'
import { socialImage } from '#app/public/social-image.server.ts'
import { wrapWords } from '#app/public/wrap-words.ts'

const left = { left: 60, top: 165, height: 250, width: 590 }
const around = { dateLine: '', placeLine: '', hosts: [], people: [], accent: '#335577' }

/** How many points of the title's place are dark. */
async function ink(title: string) {
  const picture = sharp(await socialImage({ ...around, title }))
  const { data } = await picture.extract(left).greyscale().raw().toBuffer({ resolveWithObject: true })
  return data.filter((shade) => shade < 128).length
}

it.each(['Bàn tròn', 'Привет', 'Ελληνικά', 'مرحبا بالعالم', 'สวัสดี', '简体中文', '日本語', '한국어', '🎬'])(
  'the title %s is on the picture',
  async (title) => {
    expect(await ink(title)).toBeGreaterThan((await ink('')) + 300)
  },
)

it('a title in many scripts shows each of them', async () => {
  const alone = [await ink('مرحبا'), await ink('简体'), await ink('한국')]
  const together = await ink('مرحبا 简体 한국')
  expect(together).toBeGreaterThan(0.8 * alone.reduce((sum, one) => sum + one, 0))
})

it('a long title without blanks goes on to the next line, whole', () => {
  const title = '人工智能与第四次工业革命背景下的越南与美国电影合作发展圆桌会议'
  const lines = wrapWords(title, 585, 60)
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.join('')).toBe(title)
})
