import { chosenAddress } from '#app/shared/pages/chosen-address.ts'
import { searchable } from '#app/shared/searchable.ts'
import { isLocale, type Locale, locales } from '#app/shared/vocabulary.ts'
import { placeKey } from './agenda-days.ts'
import type { PublishedAgenda, PublishedSession } from './domain/agenda-snapshot.ts'

export const arrangements = ['time', 'grid', 'room', 'track', 'language'] as const
export type Arrangement = (typeof arrangements)[number]

/** What a reader chose to see of an agenda, and in which arrangement; all of it stands in the address. */
export type AgendaChoice = {
  room: string | null
  track: string | null
  language: Locale | null
  q: string
  by: Arrangement
}

export function readChoice(query: URLSearchParams): AgendaChoice {
  const language = query.get('language')
  const by = arrangements.find((one) => one === query.get('by'))
  return {
    room: query.get('room'),
    track: query.get('track'),
    language: isLocale(language) ? language : null,
    q: (query.get('q') ?? '').normalize('NFC').trim().slice(0, 100),
    by: by ?? 'time',
  }
}

/** The address of a choice, with one thing of it different. */
export function choiceAddress(
  path: string,
  choice: AgendaChoice,
  change: Partial<AgendaChoice> = {},
): string {
  const { by, ...rest } = { ...choice, ...change }
  return chosenAddress(path, { ...rest, by: by === 'time' ? null : by })
}

/** The languages that are spoken or interpreted into in an agenda. */
export function languagesOf(agenda: PublishedAgenda): Locale[] {
  return locales.filter((one) => agenda.sessions.some((session) => isHeardIn(session, one)))
}

/** Whether a session can be followed in a language: spoken, or interpreted into it. */
export function isHeardIn({ languages, interpretation }: PublishedSession, language: Locale): boolean {
  return languages.includes(language) || (interpretation ?? []).includes(language)
}

/** The sessions of a choice. What has no room of its own, like a break, is part of every room's day. */
export function chosenSessions(agenda: PublishedAgenda, choice: AgendaChoice): PublishedSession[] {
  const rooms = agenda.rooms.filter((room) => placeKey(room) === choice.room).map((room) => room.id)
  const tracks = agenda.tracks.filter((track) => placeKey(track) === choice.track).map((track) => track.id)
  const wanted = searchable(choice.q).split(' ').filter(Boolean)
  const wordsOf = wanted.length > 0 ? searchWords(agenda) : () => ''
  return agenda.sessions.filter(
    (session) =>
      (!choice.room || session.roomId === null || rooms.includes(session.roomId)) &&
      (!choice.track || tracks.includes(session.trackId ?? '')) &&
      (!choice.language || isHeardIn(session, choice.language)) &&
      wanted.every((word) => wordsOf(session).includes(` ${word}`)),
  )
}

/** All that a session is found by, in both languages, folded: each word after a space. */
function searchWords(agenda: PublishedAgenda): (session: PublishedSession) => string {
  const both = (text: { vi?: string; en?: string } | null | undefined) => [text?.vi, text?.en]
  const people = new Map(agenda.people.map((one) => [one.id, [one.name, ...both(one.affiliation)]]))
  const rooms = new Map(agenda.rooms.map((one) => [one.id, [...both(one.name), ...both(one.venue)]]))
  const tracks = new Map(agenda.tracks.map((one) => [one.id, both(one.name)]))
  const known = new Map<string, string>()
  return (session) => {
    const found = known.get(session.id)
    if (found !== undefined) return found
    const words = [
      ...both(session.title),
      ...both(session.abstract),
      ...(rooms.get(session.roomId ?? '') ?? []),
      ...(tracks.get(session.trackId ?? '') ?? []),
      ...session.appearances.flatMap((one) => people.get(one.personId) ?? []),
    ]
    const folded = ` ${searchable(words.filter(Boolean).join(' '))}`
    known.set(session.id, folded)
    return folded
  }
}
