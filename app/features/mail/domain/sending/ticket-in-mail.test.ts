import sharp from 'sharp'
import { expect, it } from 'vitest'
import { ticketSquares } from '#app/features/ticket/domain/ticket-code.ts'
import { event as events } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { composeMail } from '../compose-mail.server.ts'
import { findMailBasis } from '../facts/mail-basis.server.ts'
import { queueMail } from '../queue-mail.server.ts'
import { claimDueMail } from './outbox-queue.server.ts'

const { db } = await testDatabase()

/** The mail that says "you have a seat", as it leaves. */
async function confirmation(values: Parameters<typeof registration>[1] = {}) {
  const made = await event()
  const row = await registration(made.guest, values)
  await queueMail({
    kind: 'confirmed',
    locale: row.locale,
    recipientName: row.name,
    recipientEmail: row.email,
    eventId: made.id,
    registrationId: row.id,
  })
  const [mail] = await claimDueMail(1)
  if (!mail) throw new Error('no mail')
  const compose = async () => composeMail(mail, await findMailBasis([mail]))
  return { row, compose }
}

it('carries the ticket in itself, and says the code also to who sees no pictures', async () => {
  const { row, compose } = await confirmation({ locale: 'en' })
  const { message, kept } = await compose()
  const [picture, ...others] = message.attachments ?? []
  expect(others).toEqual([])
  expect(picture).toMatchObject({ cid: 'ticket@ban-tron', contentDisposition: 'inline' })
  expect(message.html).toMatch(/<img[^>]*src="cid:ticket@ban-tron"[^>]*>/)
  expect(message.html).toContain('alt="Your ticket for “Film roundtable”"')
  const spoken = row.ticketCode.replace(/(.{4})(?=.)/g, '$1 ')
  expect(message.text).toContain(`Your ticket for “Film roundtable”: ${spoken}`)
  expect(kept.html).toContain('cid:ticket@ban-tron')
  // Square by square what a scanner reads, in a quiet zone of four.
  const { data, info } = await sharp(picture?.content as Buffer)
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const squares = ticketSquares(row.ticketCode)
  const scale = info.width / (squares.length + 8)
  expect(scale).toBe(8)
  const isDark = (x: number, y: number) => (data[(y * scale + 4) * info.width + x * scale + 4] ?? 255) < 128
  for (let y = 0; y < squares.length + 8; y++)
    for (let x = 0; x < squares.length + 8; x++) expect(isDark(x, y)).toBe(squares[y - 4]?.[x - 4] ?? false)
})

it('carries none when the seat is gone or the event is off by the time it leaves', async () => {
  const gone = await confirmation({ state: 'cancelled' })
  expect((await gone.compose()).message.attachments).toBeUndefined()
  const off = await confirmation()
  await db.update(events).set({ cancelledAt: new Date() })
  const { message } = await off.compose()
  expect([message.attachments, String(message.html).includes('<img')]).toEqual([undefined, false])
})
