import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { event as events } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage } from '#tests/factories/requests.ts'
import { loader } from './ticket-pdf.ts'

const { db } = await testDatabase()

async function ask(values: Parameters<typeof registration>[1] = {}, lang = '') {
  const row = await registration((await event()).guest, values)
  const token = personalToken(row.tokenSalt)
  const answer = () =>
    withRequestStore({ requestId: 't', source: '192.0.2.1', locale: 'vi', nonce: '' }, () =>
      loader({
        request: getPage(`/registrations/${token}/ticket.pdf${lang}`),
        params: { token },
        context: {},
      }),
    )
  return { row, token, answer }
}

/** What the streams of a PDF draw, as far as they are packed with zlib. */
function drawnIn(file: Buffer): string {
  const text = file.toString('latin1')
  return [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
    .map(([, packed = '']) => {
      try {
        return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    })
    .join('\n')
}

describe('a ticket as PDF', () => {
  it.each(['vi', 'en'] as const)('is one page in the language of its holder (%s)', async (locale) => {
    const { token, answer } = await ask({ locale, name: 'Nguyễn Thị Ánh' })
    const response = await answer()
    expect(response.headers.get('Content-Type')).toBe('application/pdf')
    expect(response.headers.get('Content-Language')).toBe(locale)
    const file = Buffer.from(await response.arrayBuffer())
    const text = file.toString('latin1')
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    expect(text).toContain(`/Lang (${locale})`)
    expect(text).toContain('/DisplayDocTitle true')
    const fonts = text.match(/\/BaseFont \/[\w+-]+/g) ?? []
    expect(fonts.filter((name) => !name.includes('BeVietnamPro'))).toEqual([])
    // A square of the code on white, and nothing that opens the page.
    expect(drawnIn(file)).toMatch(/\b4 4 m/)
    expect(text + drawnIn(file)).not.toContain(token)
  })

  it('is not there without a seat, nor for an event that is off', async () => {
    for (const state of ['pending', 'waitlisted', 'offered', 'cancelled', 'declined'] as const) {
      const { answer } = await ask({ state })
      await expect(answer()).rejects.toMatchObject({ code: 'ticket-none' })
    }
    const { answer } = await ask()
    await db.update(events).set({ cancelledAt: new Date() })
    await expect(answer()).rejects.toBeInstanceOf(Refusal)
  })
})
