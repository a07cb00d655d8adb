import { describe, expect, it } from 'vitest'
import { socialImage, socialSvg } from './social-image.server.ts'
import { widthOf, wrapLevel, wrapWords } from './wrap-words.ts'

const harvard = {
  title:
    'Hợp tác phát triển điện ảnh Việt Nam – Hoa Kỳ trong bối cảnh trí tuệ nhân tạo và Cách mạng công nghiệp 4.0',
  dateLine: 'Thứ Ba, 11 tháng 3, 2025, 18:00 (Boston)',
  placeLine: 'Đại học Harvard, Cambridge, Massachusetts',
  hosts: [
    'VFDA',
    'Boston Global Forum',
    'Phái đoàn thường trực Việt Nam tại Liên Hợp Quốc',
    'Đại học Harvard',
  ],
  people: ['Đặng Hoàng Giang', 'Ngô Phương Lan', 'Michael Dukakis', 'Tony Bùi', 'Meg Montagnino', 'Mars'].map(
    (name, at) => ({ name, host: at < 3 }),
  ),
  accent: '#8a1f2d',
}

describe('the picture for a link', () => {
  it('is a PNG of 1200 by 630 that stays small', async () => {
    const png = await socialImage(harvard)
    expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    expect(png.length).toBeLessThan(200_000)
  })

  it('fills a seat that is nobody’s, where others carry letters', () => {
    const svg = socialSvg({ ...harvard, people: [{ name: '' }, { name: '' }, { name: '' }] })
    expect(svg.match(/<circle [^>]*fill="#8a1f2d"/g)).toHaveLength(3)
    expect(svg).not.toContain('>·</text>')
  })

  it('lets no markup in from a title or a name', () => {
    const svg = socialSvg({
      ...harvard,
      title: '</text><script>&"',
      hosts: ['<b>'],
      people: [{ name: '<x' }],
    })
    expect(svg).not.toContain('<script')
    expect(svg).not.toContain('<b>')
  })
})

describe('wrapping', () => {
  it('keeps every line within the width and loses no word', () => {
    const lines = wrapWords(harvard.title, 600, 43)
    expect(lines.join(' ')).toBe(harvard.title)
    for (const line of lines) expect(widthOf(line, 43)).toBeLessThanOrEqual(600)
  })

  it('leaves no word alone at the end', () => {
    const lines = wrapLevel(harvard.title, 585, 43)
    expect(lines).toHaveLength(wrapWords(harvard.title, 585, 43).length)
    expect(widthOf(lines.at(-1) ?? '', 43)).toBeGreaterThan(150)
  })

  it('ends in an ellipsis where there is no more room', () => {
    expect(wrapWords('một hai ba bốn năm sáu', 120, 30, 2).at(-1)).toMatch(/…$/)
    expect(wrapWords('x'.repeat(200), 300, 30)).toHaveLength(1)
    expect(wrapWords('', 300, 30)).toEqual([])
  })
})
