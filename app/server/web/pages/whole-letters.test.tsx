import { buffer } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, it } from 'vitest'
import { wholeLetters } from './whole-letters.server.ts'

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
  return (await buffer(pipe(wholeLetters()))).toString('utf8')
}

it('gives every letter whole, wherever the chunks of React end', async () => {
  for (let shift = 0; shift < 40; shift += 1) {
    const html = await rendered(shift)
    expect(html).toBe(`<article title="${'x'.repeat(shift)}">${`<p>${words}</p>`.repeat(200)}</article>`)
  }
})
