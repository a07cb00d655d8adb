import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { getMailWords, listMailWords } from '#app/features/mail/domain/own-words/mail-words.server.ts'
import { listPreviewReaders, previewWords } from '#app/features/mail/domain/own-words/preview-words.server.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { sendDueMail } from '#app/features/mail/domain/sending/send-due-mail.server.ts'
import { openTransport } from '#app/features/mail/domain/sending/transport.server.ts'
import { copyEvent } from '#app/features/next-event/domain/copy-event.server.ts'
import { forgetEnv } from '#app/shared/env.server.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { type OwnWordKind, ownWordKinds } from '#app/shared/vocabulary.ts'
import { activity, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { openMailbox } from '#tests/mailbox.ts'
import { editMailWords } from './edit-mail-words.server.ts'

const { db } = await testDatabase()
const mailbox = await openMailbox()
process.env.SMTP_URL = mailbox.url
process.env.MAIL_FROM = 'Bàn Tròn <mail@ban-tron.example>'
forgetEnv()
afterAll(() => mailbox.close())
beforeEach(() => {
  mailbox.mails.length = 0
})

const words = (subject = '', opening = '') => ({
  subject: { vi: subject, en: '' },
  opening: { vi: opening, en: '' },
})

async function desk() {
  const body = await organization()
  const of = await event({ hosts: [body], title: { vi: 'Bàn tròn thử', en: 'Trial table' } })
  const ctx = signedIn(await memberOf(body, 'admin'))
  return { of, ctx, body }
}

async function sent(eventId: string, registrationId: string, locale: 'vi' | 'en', name: string) {
  await db.delete(outbox)
  await queueMail({
    kind: 'confirmed',
    locale,
    recipientName: name,
    recipientEmail: 'guest@example.org',
    eventId,
    registrationId,
  })
  const transport = openTransport({ root: '/tmp' })
  await sendDueMail({ transport })
  transport.close()
  const [mail] = await db.select().from(outbox).where(eq(outbox.eventId, eventId))
  return { subject: mail?.subject ?? '', text: mail?.text ?? '', html: mail?.html ?? '' }
}

describe('own words of a mail', () => {
  test('are said at the next sending, in their language only, with what they name', async () => {
    const { of, ctx } = await desk()
    const guest = await registration(of.guest, { name: 'Đặng Hoàng Giang' })
    await editMailWords(ctx, {
      eventId: of.id,
      kind: 'confirmed',
      revision: 0,
      words: words('Hẹn gặp {name}', 'Mời {name} tới {event}.\n\nXem https://ban-tron.example/vi?a=1&b=2.'),
    })
    const own = await sent(of.id, guest.id, 'vi', 'Đặng Hoàng Giang')
    expect(own.subject).toBe('Hẹn gặp Đặng Hoàng Giang')
    expect(own.text).toContain(
      'Mời Đặng Hoàng Giang tới Bàn tròn thử.\n\nXem https://ban-tron.example/vi?a=1&b=2.',
    )
    expect(own.html).toContain('href="https://ban-tron.example/vi?a=1&amp;b=2"')
    const standard = await sent(of.id, guest.id, 'en', 'Đặng Hoàng Giang')
    expect(standard.subject).toContain('Trial table')
    expect(standard.text).not.toContain('Mời')
  })

  test('that are markup stay words', async () => {
    const { of, ctx } = await desk()
    const guest = await registration(of.guest, { name: 'A' })
    const hostile = words('<b>Chào</b>', '<script>alert(1)</script> {event}')
    await editMailWords(ctx, { eventId: of.id, kind: 'confirmed', revision: 0, words: hostile })
    const { html, subject } = await sent(of.id, guest.id, 'vi', 'A')
    expect(html).not.toContain('<script>')
    expect(html).toContain('&lt;script&gt;')
    expect(subject).toBe('<b>Chào</b>')
  })

  test('two who write at once do not overwrite each other; nothing changed is nothing done', async () => {
    const { of, ctx } = await desk()
    const write = (subject: string) =>
      editMailWords(ctx, { eventId: of.id, kind: 'received', revision: 0, words: words(subject) })
    const outcomes = await Promise.allSettled([write('một'), write('hai')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((one) => one.status === 'rejected')?.reason).toBeInstanceOf(SavedByOther)
    const kept = await getMailWords(of.id, 'received')
    const again = { eventId: of.id, kind: 'received' as const, revision: kept.revision }
    expect(await editMailWords(ctx, { ...again, words: words(kept.subject.vi) })).toBe(false)
    const entries = await db.select().from(activity).where(eq(activity.eventId, of.id))
    expect(entries.filter(({ verb }) => verb === 'mail-words.edited')).toHaveLength(1)
  })

  test('go back to the standard ones, and that can be taken back', async () => {
    const { of, ctx } = await desk()
    const edit = { eventId: of.id, kind: 'offered' as const }
    await editMailWords(ctx, { ...edit, revision: 0, words: words('Của riêng') })
    const performed = await performAct(ctx, {
      act: { eventId: of.id, verb: 'mail-words.edited' },
      answered: unasked,
      work: () => editMailWords(ctx, { ...edit, revision: 1, words: words() }),
    })
    expect(await listMailWords(of.id)).toEqual([])
    await undoAct(ctx, performed.done ? String(performed.actId) : '')
    expect((await getMailWords(of.id, 'offered')).subject.vi).toBe('Của riêng')
  })

  test('are for those who edit the event', async () => {
    const { of } = await desk()
    const edit = { eventId: of.id, kind: 'confirmed' as const, revision: 0, words: words('x') }
    await expect(editMailWords(visitor(), edit)).rejects.toBeInstanceOf(Refusal)
  })

  test('come along to the next event', async () => {
    const { of, ctx, body } = await desk()
    await editMailWords(ctx, { eventId: of.id, kind: 'declined', revision: 0, words: words('Rất tiếc') })
    const next = await copyEvent(ctx, {
      eventId: of.id,
      organizationId: body.id,
      title: { vi: 'Lần sau', en: '' },
      slug: '',
      day: '2027-09-01',
      agenda: false,
      categories: true,
      actions: false,
    })
    expect((await getMailWords(next.id, 'declined')).subject.vi).toBe('Rất tiếc')
  })
})

describe('a preview of own words', () => {
  const kinds = ownWordKinds.filter((kind) => kind !== 'speaker-asked')
  const shown = (eventId: string, kind: OwnWordKind, reader: string | null = null) =>
    previewWords({ eventId, kind, words: words('{name}!', 'Lời của {hosts}'), reader, nobody: 'Khách mẫu' })

  test.each(kinds)('shows %s to nobody in particular before somebody registered', async (kind) => {
    const { of } = await desk()
    const { vi, en } = await shown(of.id, kind)
    expect(vi?.subject).toBe('Khách mẫu!')
    expect(vi?.text).toContain('Lời của ')
    expect(en?.subject).not.toContain('!')
  })

  test.each(kinds)(
    'shows %s to a real guest, whatever became of them, without what opens pages',
    async (kind) => {
      const { of } = await desk()
      const guest = await registration(of.guest, { name: 'Vũ Ngọc Tâm', state: 'cancelled' })
      const [reader] = await listPreviewReaders(of.id, kind)
      expect(reader).toEqual({ id: guest.id, name: 'Vũ Ngọc Tâm' })
      const { vi } = await shown(of.id, kind, guest.id)
      expect(vi?.subject).toBe('Vũ Ngọc Tâm!')
      expect(`${vi?.text}${vi?.html}`).not.toMatch(/registrations\/[\w-]{43}/)
    },
  )

  test('of another event’s guest is of nobody there', async () => {
    const [{ of }, elsewhere] = [await desk(), await desk()]
    const guest = await registration(elsewhere.of.guest, { name: 'Người Khác' })
    const { vi } = await shown(of.id, 'confirmed', guest.id)
    expect(vi?.subject).toBe('Khách mẫu!')
  })

  test('of an invitation needs one that went out', async () => {
    const { of } = await desk()
    expect(await shown(of.id, 'speaker-asked')).toEqual({ vi: null, en: null })
  })
})
