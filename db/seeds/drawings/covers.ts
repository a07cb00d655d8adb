import type { SeedCover } from '../world.ts'
import { drawing, filmStrip, rows, tableFromAbove, wave } from './drawing.ts'

const credit = { vi: 'hình vẽ cho bản trình diễn này', en: 'drawn for this demonstration' }

/** Nine seats around one table, a strip of film running up to it. */
export const harvardCover: SeedCover = {
  alt: {
    vi: 'Hình vẽ: một bàn tròn chín ghế nhìn từ trên cao, một dải phim uốn về phía bàn.',
    en: 'A drawing: a round table with nine seats from above, a strip of film bending towards it.',
  },
  credit,
  focalX: 66,
  focalY: 50,
  svg: () =>
    drawing(
      { top: '#5c1420', bottom: '#2b0b12', glow: '#c9525f', glowAt: [1090, 450] },
      filmStrip('M-120 780 C 180 760 300 420 520 440 S 640 470 700 455', {
        line: '#1c070b',
        hole: '#e9b9a6',
      }),
      tableFromAbove(
        { cx: 1090, cy: 450, r: 310, seats: 9, lit: [0, 3, 7] },
        { line: '#f6e9dc', seat: '#7a1f2d', light: '#f2c98f' },
      ),
    ),
}

/** Two tables that share seats: friends of two countries. */
export const friendsCover: SeedCover = {
  alt: {
    vi: 'Hình vẽ: hai bàn tròn nhìn từ trên cao giao nhau, có chung hai ghế.',
    en: 'A drawing: two round tables from above that overlap and share two seats.',
  },
  credit,
  focalX: 50,
  focalY: 50,
  svg: () =>
    drawing(
      { top: '#17524c', bottom: '#0b2b2a', glow: '#5fb8a4', glowAt: [800, 420] },
      tableFromAbove(
        { cx: 610, cy: 450, r: 290, seats: 12, lit: [2, 4], free: [3] },
        { line: '#e8f3ec', seat: '#1f6a60', light: '#f4cf7f' },
      ),
      tableFromAbove(
        { cx: 1112, cy: 450, r: 290, seats: 12, lit: [8, 10], free: [9] },
        { line: '#e8f3ec', seat: '#1f6a60', light: '#f4cf7f' },
      ),
    ),
}

const sea = (fill: string) => [
  wave({ y: 610, rise: 46, length: 540, shift: 120, fill, opacity: 0.35 }),
  wave({ y: 680, rise: 58, length: 640, shift: 320, fill, opacity: 0.5 }),
  wave({ y: 760, rise: 50, length: 480, shift: 40, fill, opacity: 0.75 }),
]

/** A screen in the open air, by night, above the sea. */
export const danaffCover: SeedCover = {
  alt: {
    vi: 'Hình vẽ: một màn ảnh sáng bên bờ biển ban đêm chiếu hình nhịp cầu, phía trên là trăng.',
    en: 'A drawing: a bright screen by the sea at night shows a bridge, the moon above it.',
  },
  credit,
  focalX: 60,
  focalY: 45,
  svg: () =>
    drawing(
      { top: '#0c1f3f', bottom: '#14447a', glow: '#6fa6dc', glowAt: [960, 330] },
      '<path d="M330 124 a86 86 0 1 0 86 86 a68 68 0 1 1 -86 -86 z" fill="#f6e7bd"/>',
      '<path d="M640 130 h660 q20 0 20 20 v330 q0 20 -20 20 h-660 q-20 0 -20 -20 v-330 q0 -20 20 -20 z" fill="#fbf6e6"/>',
      '<g fill="none" stroke="#d95d4a" stroke-width="14"><path d="M660 400 q100 -210 200 0 q110 -240 220 0 q100 -210 220 0"/><path d="M636 400 h688"/></g>',
      '<path d="M860 400 v70 M1080 400 v70" stroke="#d95d4a" stroke-width="14"/><circle cx="970" cy="215" r="34" fill="#e8a04c"/>',
      '<path d="M720 500 v150 M1220 500 v150" stroke="#0a1a33" stroke-width="16"/>',
      ...sea('#07162e'),
    ),
}

/** Rows of young heads before a screen. */
export const studentDayCover: SeedCover = {
  alt: {
    vi: 'Hình vẽ: những hàng ghế nhìn từ trên cao, quây về phía một màn ảnh sáng.',
    en: 'A drawing: rows of seats from above, bent towards a bright screen.',
  },
  credit,
  focalX: 50,
  focalY: 55,
  svg: () =>
    drawing(
      { top: '#4a2a5e', bottom: '#241233', glow: '#c89ae0', glowAt: [800, 130] },
      '<path d="M520 96 Q 800 40 1080 96" fill="none" stroke="#fdf3d8" stroke-width="30" stroke-linecap="round"/>',
      '<path d="M545 130 L 1055 130 L 1390 900 L 210 900 z" fill="#fdf3d8" fill-opacity="0.09"/>',
      rows(6, { x: 800, y: 120, fill: '#f0c36d' }),
    ),
}
