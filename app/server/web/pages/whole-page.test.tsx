import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, it } from 'vitest'
import { coded, wholePage } from './whole-page.server.ts'

const words = 'Đặng Hoàng Giang, Ngô Phương Lan, Bộ chỉ số thu hút đoàn phim 🎬 '

async function rendered(shift: number): Promise<string> {
  const { pipe } = renderToPipeableStream(
    <article title={'x'.repeat(shift)}>
      {Array.from({ length: 200 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
        <p key={at}>{words}</p>
      ))}
    </article>,
  )
  return new Promise((resolve) => pipe(wholePage((page) => resolve(page.toString('utf8')))))
}

it('gives every letter whole, wherever the chunks of React end', async () => {
  for (let shift = 0; shift < 40; shift += 1) {
    const html = await rendered(shift)
    expect(html).toBe(`<article title="${'x'.repeat(shift)}">${`<p>${words}</p>`.repeat(200)}</article>`)
  }
})

it('is sent in the coding that its reader takes', async () => {
  const page = Buffer.from(words.repeat(100))
  const [plain, zipped, pressed] = await Promise.all(
    [undefined, 'gzip', 'gzip, deflate, br'].map((accepted) => coded(page, accepted)),
  )
  expect(plain).toEqual({ coding: null, bytes: page })
  expect(zipped?.coding).toBe('gzip')
  expect(gunzipSync(zipped?.bytes ?? '').equals(page)).toBe(true)
  expect(pressed?.coding).toBe('br')
  expect(brotliDecompressSync(pressed?.bytes ?? '').equals(page)).toBe(true)
})
