import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { ensureSpeaking, speakingToken } from '#app/features/invitations/domain/speaking-link.server.ts'
import { composeMail } from '#app/features/mail/domain/compose-mail.server.ts'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { note, noteVersion, outbox, person as people, session as sessions } from '#db/schema/index.ts'
import { database, withTransaction } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { person, session } from '#tests/factories/speakers.ts'
import { askForWords } from './ask-for-words.server.ts'
import { judgeForPerson } from './judge-words.server.ts'
import { publicWords, type Verdict, wordsState } from './note.ts'
import { judgeOwnWords } from './own-words.server.ts'
import { listPublicNotes, stillPublic } from './stored-notes.server.ts'
import { listPeopleWithWords } from './words-to-approve.server.ts'

await testDatabase()

const said = { personId: 'p', guestName: '', text: { vi: 'Chào', en: 'Hello' } }
const yes = (locale: Locale, words: string): Verdict => ({ locale, words, verdict: 'approved' })
const no = (locale: Locale, words: string): Verdict => ({ locale, words, verdict: 'refused' })

describe('how words stand', () => {
  test.each([
    ['nobody was asked', said, [], 'open'],
    ['approved', said, [yes('vi', 'Chào')], 'approved'],
    ['approved in the other language only', said, [yes('en', 'Hello')], 'open'],
    ['approved, then edited', said, [yes('vi', 'Chào anh')], 'open'],
    ['approved, then refused', said, [yes('vi', 'Chào'), no('vi', 'Chào')], 'refused'],
    ['refused, then approved', said, [no('vi', 'Chào'), yes('vi', 'Chào')], 'approved'],
    ['refused, then edited', said, [no('vi', 'Chào anh')], 'open'],
    ['no words in this language', { ...said, text: { en: 'Hello' } }, [], 'missing'],
    ["the table's", { ...said, personId: null }, [], 'free'],
    ["a guest's", { ...said, personId: null, guestName: 'Mars' }, [], 'open'],
  ])('%s', (_, given, verdicts, state) => {
    expect(wordsState(given, verdicts as Verdict[], 'vi')).toBe(state)
  })

  test.each([
    ['as it is', {}, false, { vi: 'Chào' }],
    ['off the record', { offRecord: true }, false, {}],
    ['in a session off the record', {}, true, {}],
    ['removed', { removed: true }, false, {}],
  ])('what of an approved note is public: %s', (_, change, isSecret, shown) => {
    const given = { ...said, offRecord: false, removed: false, ...change }
    expect(publicWords(given, isSecret, [yes('vi', 'Chào')])).toEqual(shown)
  })
})

async function table() {
  const body = await organization()
  const of = await event({ hosts: [body], publishedAt: new Date() })
  const speaker = await person({ assistantEmail: 'office@example.org' })
  const talk = await session(of, [speaker])
  const row = (await withTransaction((tx) => ensureSpeaking(tx, of.id, [speaker.id]))).get(speaker.id)
  if (!row) throw new Error('no speaking')
  const links = { person: speakingToken.person(row), assistant: speakingToken.assistant(row) }
  const quote = (values: object = {}) =>
    noteOf(of, {
      kind: 'quote',
      personId: speaker.id,
      sessionId: talk.id,
      text: write({ vi: 'Chào', en: 'Hello' }),
      ...values,
    })
  return { body, of, speaker, talk, links, quote }
}

const shownOf = async (eventId: string) => (await listPublicNotes(eventId)).map((one) => one.words)

describe('the person answers for their words', () => {
  test('each language by itself, and what is approved is public', async () => {
    const { of, links, quote } = await table()
    const { id: noteId } = await quote()
    expect(await shownOf(of.id)).toEqual([])
    const given = {
      noteId,
      locale: 'vi' as const,
      words: 'Chào',
      verdict: 'approved' as const,
      correction: '',
    }
    await judgeOwnWords(visitor(), links.person, given)
    expect(await shownOf(of.id)).toEqual([{ vi: 'Chào' }])
    await judgeOwnWords(visitor(), links.assistant, { ...given, locale: 'en', words: 'Hello' })
    expect(await shownOf(of.id)).toEqual([{ vi: 'Chào', en: 'Hello' }])
    await judgeOwnWords(visitor(), links.person, { ...given, verdict: 'refused' })
    expect(await shownOf(of.id)).toEqual([{ en: 'Hello' }])
  })

  test('a correction is a version in their name, approved by it; the other language waits as stale', async () => {
    const { of, links, quote, speaker } = await table()
    const { id: noteId } = await quote()
    const given = { noteId, locale: 'vi' as const, words: 'Chào', verdict: 'approved' as const }
    await judgeOwnWords(visitor(), links.person, { ...given, correction: ' Xin chào ' })
    expect(await shownOf(of.id)).toEqual([{ vi: 'Xin chào' }])
    const [last] = await database().select().from(noteVersion).where(eq(noteVersion.noteId, noteId))
    expect(last).toMatchObject({ revision: 2, actorName: speaker.name })
  })

  test('words that changed since the page was made are not approved unseen', async () => {
    const { of, links, quote } = await table()
    const { id: noteId } = await quote()
    await database()
      .update(note)
      .set({ text: write({ vi: 'Chào cả nhà' }) })
      .where(eq(note.id, noteId))
    const given = {
      noteId,
      locale: 'vi' as const,
      words: 'Chào',
      verdict: 'approved' as const,
      correction: '',
    }
    await expect(judgeOwnWords(visitor(), links.person, given)).rejects.toMatchObject({
      code: 'words-changed',
      details: { words: 'Chào cả nhà' },
    })
    expect(await shownOf(of.id)).toEqual([])
  })

  test.each(['another person', 'off the record', 'a session off the record', 'removed', 'another event'])(
    'not words that are not theirs to answer for: %s',
    async (which) => {
      const { links, quote, talk } = await table()
      const other = await table()
      const { id: noteId } =
        which === 'another event'
          ? await other.quote()
          : await quote({
              ...(which === 'another person' && { personId: (await person()).id }),
              ...(which === 'off the record' && { offRecord: true }),
              ...(which === 'removed' && { removedAt: new Date() }),
            })
      if (which === 'a session off the record') {
        await database().update(sessions).set({ offRecord: true }).where(eq(sessions.id, talk.id))
      }
      const given = {
        noteId,
        locale: 'vi' as const,
        words: 'Chào',
        verdict: 'approved' as const,
        correction: '',
      }
      await expect(judgeOwnWords(visitor(), links.person, given)).rejects.toMatchObject({
        code: 'note-missing',
      })
    },
  )

  test('whoever was merged into another still answers for what they said', async () => {
    const { of, links, quote, speaker } = await table()
    const twin = await person()
    const { id: noteId } = await quote({ personId: twin.id })
    const given = {
      noteId,
      locale: 'vi' as const,
      words: 'Chào',
      verdict: 'approved' as const,
      correction: '',
    }
    await expect(judgeOwnWords(visitor(), links.person, given)).rejects.toMatchObject({
      code: 'note-missing',
    })
    await database().update(people).set({ mergedIntoId: speaker.id }).where(eq(people.id, twin.id))
    expect(await listPeopleWithWords(of.id)).toMatchObject([{ personId: speaker.id, open: 2 }])
    await judgeOwnWords(visitor(), links.person, given)
    expect(await shownOf(of.id)).toEqual([{ vi: 'Chào' }])
  })
})

describe('an organizer approves for somebody', () => {
  const given = { locale: 'vi' as const, words: 'Chào', verdict: 'approved' as const }

  test('with a reason, and it is written down', async () => {
    const { body, of, quote } = await table()
    const { id: noteId } = await quote()
    const ctx = signedIn(await memberOf(body, 'organizer'))
    const judged = { eventId: of.id, noteId, ...given }
    await expect(judgeForPerson(ctx, { ...judged, reason: ' ' })).rejects.toMatchObject({
      code: 'approval-reason-missing',
    })
    await judgeForPerson(ctx, { ...judged, reason: 'Bằng điện thoại' })
    expect(await shownOf(of.id)).toEqual([{ vi: 'Chào' }])
  })

  test('a rapporteur may not, nor a neighbour', async () => {
    const { body, of, quote } = await table()
    const { id: noteId } = await quote()
    const judged = { eventId: of.id, noteId, ...given, reason: 'x' }
    const rapporteur = signedIn(await memberOf(body, 'rapporteur'))
    await expect(judgeForPerson(rapporteur, judged)).rejects.toMatchObject({ kind: 'rights' })
    const neighbour = signedIn(await memberOf(await organization(), 'admin'))
    await expect(judgeForPerson(neighbour, judged)).rejects.toMatchObject({ kind: 'missing' })
  })
})

test('words once published stay through an edit, and go when refused or put off the record', async () => {
  const { body, of, quote } = await table()
  const { id } = await quote()
  const ctx = signedIn(await memberOf(body, 'admin'))
  const approve = { eventId: of.id, noteId: id, locale: 'vi' as const, words: 'Chào', reason: 'x' }
  await judgeForPerson(ctx, { ...approve, verdict: 'approved' })
  const left = async () => (await stillPublic(of.id, [{ id, words: { vi: 'Chào' } }])).get(id)
  await database()
    .update(note)
    .set({ text: write({ vi: 'Khác' }) })
    .where(eq(note.id, id))
  expect(await left()).toEqual({ vi: 'Chào' })
  await database().update(note).set({ offRecord: true }).where(eq(note.id, id))
  expect(await left()).toBeUndefined()
  await database()
    .update(note)
    .set({ offRecord: false, text: write({ vi: 'Chào' }) })
    .where(eq(note.id, id))
  await judgeForPerson(ctx, { ...approve, verdict: 'refused' })
  expect(await left()).toBeUndefined()
})

describe('asking by mail', () => {
  test('goes to the person and the assistant, each with their own link, and only while words wait', async () => {
    const { body, of, speaker, quote, links } = await table()
    const { id: noteId } = await quote()
    const ctx = signedIn(await memberOf(body, 'organizer'))
    const asked = await askForWords(ctx, { eventId: of.id, personIds: [speaker.id] })
    expect(asked).toEqual({ asked: 1, unreachable: [] })
    const mails = await database().select().from(outbox).where(eq(outbox.kind, 'words-to-confirm'))
    const mine = mails.filter((one) => one.eventId === of.id)
    expect(mine.map((one) => one.recipientEmail).sort()).toEqual(['office@example.org', speaker.email].sort())
    const [own] = mine.filter((one) => one.recipientEmail === speaker.email)
    if (!own) throw new Error('no mail')
    const { message } = await composeMail(own, await findMailBasis([own]))
    expect(message.text).toContain(`/speaking/${links.person}/words`)
    for (const locale of locales) {
      const words = locale === 'vi' ? 'Chào' : 'Hello'
      const given = { noteId, locale, words, verdict: 'approved' as const, correction: '' }
      await judgeOwnWords(visitor(), links.person, given)
    }
    await expect(composeMail(own, await findMailBasis([own]))).rejects.toMatchObject({ code: 'not-owed' })
    await expect(askForWords(ctx, { eventId: of.id, personIds: [speaker.id] })).rejects.toMatchObject({
      code: 'no-words-waiting',
    })
  })

  test('says who cannot be reached', async () => {
    const { of, speaker, quote } = await table()
    await quote()
    await database().update(people).set({ email: null }).where(eq(people.id, speaker.id))
    const asked = await askForWords(system(), { eventId: of.id, personIds: [speaker.id] })
    expect(asked).toEqual({ asked: 0, unreachable: [speaker.name] })
  })
})
