import type { Speaking } from '#app/features/speaking/domain/speaking-by-token.server.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDay, formatTime } from '#app/shared/time/format.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { wordsState } from './domain/note.ts'
import { getOwnWords } from './domain/own-words.server.ts'
import { sessionTitles } from './domain/session-titles.server.ts'

/** What a speaker answers for, in the order in which it was said, and what they took on. */
export async function wordsView(at: Speaking, locale: Locale) {
  const [{ said, actions, verdicts }, titles] = await Promise.all([
    getOwnWords(at),
    sessionTitles(at.event.id),
  ])
  const order = [locale, ...locales.filter((one) => one !== locale)]
  return {
    notes: said.map((note) => ({
      id: note.id,
      kind: note.kind,
      session: textIn(titles.get(note.sessionId ?? ''), locale),
      minute: formatTime(new Date(note.saidAt), at.event.timeZone, locale),
      isStale: isStale(note.text),
      texts: order.flatMap((lang) => {
        const words = note.text[lang]
        if (!words) return []
        return [{ lang, words, state: wordsState(note, verdicts.get(note.id) ?? [], lang) }]
      }),
    })),
    actions: actions.map(({ id, text, dueOn, doneAt }) => ({
      id,
      text,
      isDone: doneAt !== null,
      due: dueOn && formatDay(new Date(`${dueOn}T12:00:00Z`), 'UTC', locale),
    })),
  }
}

/** How many passages and actions of somebody there are, and how many of their words wait for an answer. */
export async function countWords(at: Speaking): Promise<{ all: number; open: number }> {
  const { said, actions, verdicts } = await getOwnWords(at)
  const open = said.flatMap((note) =>
    locales.filter((lang) => wordsState(note, verdicts.get(note.id) ?? [], lang) === 'open'),
  )
  return { all: said.length + actions.length, open: open.length }
}

type View = Awaited<ReturnType<typeof wordsView>>
export type OwnNoteView = View['notes'][number]
export type OwnActionView = View['actions'][number]
