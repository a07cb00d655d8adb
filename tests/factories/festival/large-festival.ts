import { randomUUID } from 'node:crypto'
import type { DraftEdit, DraftFields } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { listWholeFilms } from '#app/features/films/domain/films.server.ts'
import { importFilms } from '#app/features/films/domain/tables/import-films.server.ts'
import { readFilms } from '#app/features/films/domain/tables/read-films.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { addVenue } from '#app/features/venues/domain/add-venue.server.ts'
import { system } from '../contexts.ts'
import { event } from '../events.ts'
import { houseNamed } from '../venues.ts'

const houses = [
  'Nhà hát Trưng Vương',
  'CGV Vĩnh Trung',
  'Lotte Cinema',
  'Galaxy Đà Nẵng',
  'Metiz',
  'BHD Star',
]
const words = 'Mưa Cánh Bướm Đêm Biển Nắng Thành Phố Người Mẹ Con Đường Ký Ức Mùa Hoa'.split(' ')
const minute = 60_000
/** Screenings a day in each house, of two hours each. */
const [inHouse, days] = [5, 7]

/** A published festival of 200 screenings of 80 films in six houses, over a week. */
export async function largeFestival() {
  const startsAt = new Date('2027-06-28T02:00:00Z')
  const endsAt = new Date(startsAt.getTime() + days * 24 * 60 * minute)
  const made = await event({ kind: 'festival', timeZone: 'Asia/Ho_Chi_Minh', startsAt, endsAt })
  const eventId = made.id
  const rooms: string[] = []
  for (const [at, vi] of houses.entries()) {
    const details = houseNamed({ vi, en: `House ${at + 1}` })
    const { id: venueId } = await addVenue(system(), { eventId, details })
    const name = { vi: `Phòng ${at + 1}`, en: `Room ${at + 1}` }
    rooms.push((await addRoom(system(), { eventId, name, venueId })).id)
  }
  const titles = Array.from({ length: 80 }, (_, at) => {
    const [one, two, three] = [0, 3, 7].map((way) => words[(at * (2 * way + 1) + way) % words.length])
    return `${one} ${two} ${three} ${at},The Film of ${two} Number ${at},2026,${80 + (at % 40)},Đạo Diễn ${at % 40}`
  })
  const table = `Tên phim,Title,Year,Minutes,Directors\n${titles.join('\n')}`
  await importFilms(system(), { eventId, rows: readFilms(table).rows })
  const films = await listWholeFilms(eventId)
  const edits = Array.from({ length: 200 }, (_, at): DraftEdit => {
    const film = films[(at * 7) % films.length]
    const [house, turn] = [at % houses.length, Math.floor(at / houses.length)]
    const day = Math.floor(turn / inHouse)
    const from = startsAt.getTime() + ((day * 24 + (turn % inHouse) * 2.5) * 60 + house * 10) * minute
    const set: DraftFields = {
      kind: 'screening',
      title: film?.title ?? {},
      abstract: {},
      languages: ['vi'],
      interpretation: [],
      trackId: null,
      roomId: rooms[house] ?? null,
      startsAt: new Date(from).toISOString(),
      endsAt: new Date(from + (film?.minutes ?? 90) * minute).toISOString(),
      capacity: 200,
      signUp: false,
      dropped: false,
      appearances: [],
      films: film ? [film.id] : [],
    }
    return { kind: 'add', sessionId: randomUUID(), set }
  })
  await editDraft(system(), { eventId, edits })
  await publishAgenda(system(), { eventId })
  return made
}
