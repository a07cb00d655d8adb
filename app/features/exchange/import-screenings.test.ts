import { describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { findPublishedAgenda } from '#app/features/agenda/domain/published-agenda.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { listRooms } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { addVenue } from '#app/features/venues/domain/add-venue.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { filmOf, screeningOf } from '#tests/factories/films.ts'
import { importDesk } from '#tests/factories/import-desk.ts'
import { houseNamed } from '#tests/factories/venues.ts'
import { filmsNamed } from './domain/plan/films-named.ts'

await testDatabase()
const both = (text: string) => ({ vi: text, en: text })

/** A festival with a room in each of two houses, both called alike, and two films. */
async function festival() {
  const desk = await importDesk('Asia/Ho_Chi_Minh')
  const eventId = desk.made.id
  const houses = []
  for (const name of ['CGV', 'BHD']) {
    const { id: venueId } = await addVenue(system(), { eventId, details: houseNamed(both(name)) })
    houses.push(await addRoom(system(), { eventId, name: both('Phòng 1'), venueId }))
  }
  const rain = await filmOf(eventId)
  const short = await filmOf(eventId, { title: { vi: 'Chim + Cá', en: 'Bird' }, minutes: 20 })
  const draft = () => listDraftSessions(eventId)
  return { ...desk, eventId, houses, rain, short, draft }
}

describe('screenings out of a table', () => {
  it('go into the draft with their films, room and end, and come twice without doubling', async () => {
    const { paste, look, apply, draft, eventId, rain, short, houses } = await festival()
    const text = `Phim;Ngày;Bắt đầu;Phòng;Rạp
Mưa trên cánh bướm;12/03/2027;19:00;Phòng 1;BHD
"Mưa trên cánh bướm; Bird";13/03/2027;20:30;Phòng 1;CGV
Phim lạ;13/03/2027;10:00;Phòng 1;CGV
chim + ca;13/03/2027;23:50;Phòng 2;BHD`
    const id = await paste(text)
    const view = await look(id)
    expect(view?.rows.map(({ what }) => what)).toEqual(['new', 'new', 'unclear', 'new'])
    expect(view?.rows[2]).toMatchObject({ row: 'line 4', unclear: ['film-unknown Phim lạ'] })
    expect(view).toMatchObject({ newRooms: ['Phòng 2, BHD'] })
    expect(await draft()).toEqual([])
    await apply(id)
    const rooms = await listRooms(eventId)
    const made = rooms.find(({ name }) => name.en === 'Phòng 2')
    expect(made).toMatchObject({ venue: { vi: 'BHD' } })
    const screenings = (await draft()).map(({ kind, title, films, startsAt, endsAt, roomId }) => {
      return { kind, title: title.en, films, startsAt, endsAt, roomId }
    })
    const kind = 'screening'
    expect(screenings).toEqual([
      {
        kind,
        title: "Don't Cry, Butterfly",
        films: [rain.id],
        startsAt: '2027-03-12T12:00:00.000Z',
        endsAt: '2027-03-12T13:37:00.000Z',
        roomId: houses[1]?.id,
      },
      {
        kind,
        title: "Don't Cry, Butterfly + Bird",
        films: [rain.id, short.id],
        startsAt: '2027-03-13T13:30:00.000Z',
        endsAt: '2027-03-13T15:27:00.000Z',
        roomId: houses[0]?.id,
      },
      {
        kind,
        title: 'Bird',
        films: [short.id],
        startsAt: '2027-03-13T16:50:00.000Z',
        endsAt: '2027-03-13T17:10:00.000Z',
        roomId: made?.id,
      },
    ])
    expect(await findPublishedAgenda(eventId)).toBeNull()
    const again = await paste(text)
    const what = (await look(again))?.rows.map((row) => row.what)
    expect(what).toEqual(['unchanged', 'unchanged', 'unclear', 'unchanged'])
    await apply(again)
    expect(await draft()).toHaveLength(3)
    expect(await listRooms(eventId)).toHaveLength(3)
  })

  it('know one that was made by hand, and change the films that the file changed', async () => {
    const { paste, look, apply, draft, made, rain, short } = await festival()
    await screeningOf(made, [rain])
    const header = 'Code,Film,Date,Start,Room,Venue'
    const row = (film: string) => `${header}\ns1,${film},2027-03-12,05:00,Phòng 1,CGV`
    const first = await paste(row("Don't Cry Butterfly"))
    expect((await look(first))?.rows).toMatchObject([
      { what: 'changed', changes: [{ field: 'room' }], clashes: [{ field: 'time' }] },
    ])
    await apply(first)
    const [before] = await draft()
    expect(before).toMatchObject({ title: { vi: 'Suất chiếu' }, films: [rain.id] })
    const second = await paste(row('Bird'))
    const [planned] = (await look(second))?.rows ?? []
    expect(planned?.changes.map(({ field }) => field)).toContain('films')
    await apply(second)
    const all = await draft()
    expect(all).toMatchObject([{ id: before?.id, films: [short.id] }])
  })
})

describe('films that a cell names', () => {
  const known = (id: string, vi: string, year = 2024, minutes: number | null = 90) => {
    return { id, slug: id, title: { vi }, originalTitle: '', year, minutes }
  }
  const films = [
    known('rain', 'Mưa'),
    known('season', 'Mùa'),
    known('old', 'Chim', 1990),
    known('bird', 'Chim', 2024, null),
    known('plus', 'A + B; C'),
  ]
  it.each([
    ['Mưa', ['rain'], 90, []],
    ['mùa', ['season'], 90, []],
    ['mua', [], null, ['film-several mua']],
    ['Chim', [], null, ['film-several Chim']],
    ['Chim (1990)', ['old'], 90, []],
    ['chim (2024)', ['bird'], null, []],
    ['A + B; C', ['plus'], 90, []],
    ['Mưa; Mùa', ['rain', 'season'], 180, []],
    ['Mưa + season\nChim (1990)', ['rain', 'season', 'old'], 270, []],
    ['Mưa; Ai', ['rain'], 90, ['film-unknown Ai']],
    ['', [], null, []],
  ] as const)('%j', (cell, ids, minutes, unclear) => {
    expect(filmsNamed(cell, films)).toMatchObject({ ids, minutes, unclear })
  })
})
