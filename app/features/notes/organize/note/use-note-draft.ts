import { useCallback, useEffect, useRef, useState } from 'react'
import { mergedNote } from '#app/features/notes/domain/merge-notes.ts'
import type { Note } from '#app/features/notes/domain/note.ts'
import { edit, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { NoteContent } from '../../domain/note-content.ts'
import { contentOf, type NoteStore, type ShownNote } from '../desk/note-store.ts'

const pause = 800

type Draft = { content: NoteContent; vi: string; en: string }

const draftOf = (content: NoteContent): Draft => ({
  content,
  vi: content.text.vi ?? '',
  en: content.text.en ?? '',
})

/** What a draft says: the words tidied, and a translation bound to what it was made from. */
function saidIn({ content, vi, en }: Draft, locale: Locale, confirmed = false): NoteContent {
  return { ...content, text: edit(content.text, { vi, en }, locale, confirmed) }
}

/**
 * A note while it is edited: saved by itself when typing pauses, and at once on `saveNow`. What others save of it
 * meanwhile is taken in where it touches other parts; where it does not, the store finds the clash.
 */
export function useNoteDraft(note: ShownNote, store: NoteStore, locale: Locale) {
  const [draft, setDraft] = useState(() => draftOf(contentOf(note)))
  const latest = useRef(draft)
  const origin = useRef<Note>(note)
  const written = useRef(contentOf(note))
  const timer = useRef<ReturnType<typeof setTimeout>>()

  const saveNow = useCallback(
    (confirmed = false) => {
      clearTimeout(timer.current)
      const content = saidIn(latest.current, locale, confirmed)
      if (!hasText(content.text)) return false
      latest.current = { ...latest.current, content }
      written.current = content
      store.save(note.id, content, origin.current.revision > 0 ? origin.current : undefined)
      setDraft(latest.current)
      return true
    },
    [locale, note.id, store],
  )

  const change = (fields: Partial<NoteContent>, words: { vi?: string; en?: string } = {}) => {
    const { content } = latest.current
    latest.current = { ...latest.current, ...words, content: { ...content, ...fields } }
    setDraft(latest.current)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => saveNow(), pause)
  }

  useEffect(() => {
    if (note.state !== 'saved' || note.revision <= origin.current.revision) return
    const theirs = contentOf(note)
    const mine = saidIn(latest.current, locale)
    const merged = mergedNote(written.current, mine, theirs)
    if (!merged) return
    origin.current = note
    written.current = theirs
    const { vi, en } = latest.current
    // Words that were not touched from outside stay as typed, with the space that is to be followed by a word.
    const kept = (typed: string, text = '') => (typed.trim() === text ? typed : text)
    latest.current = { content: merged, vi: kept(vi, merged.text.vi), en: kept(en, merged.text.en) }
    setDraft(latest.current)
  }, [note, locale])

  // What is still to be saved is saved when the editor goes.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      const content = saidIn(latest.current, locale)
      if (content.removed || !hasText(content.text)) return
      store.save(note.id, content, origin.current.revision > 0 ? origin.current : undefined)
    },
    [store, note.id, locale],
  )

  const remove = () => {
    latest.current = { ...latest.current, content: { ...latest.current.content, removed: true } }
    saveNow()
  }
  return { draft, change, saveNow, remove }
}

const hasText = (text: TranslatedText) => Boolean(text.vi || text.en)
