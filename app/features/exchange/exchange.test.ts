import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { addRoom } from '#app/features/agenda/domain/rooms/add-room.server.ts'
import { addTrack } from '#app/features/agenda/domain/rooms/add-track.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { env } from '#app/shared/env.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { importDesk as desk } from '#tests/factories/import-desk.ts'
import * as agendaJson from './agenda-json.ts'
import * as agendaXml from './agenda-xml.ts'
import * as embedScript from './embed-script.ts'
import * as oembed from './oembed.ts'
import * as importPage from './organize/import.tsx'

await testDatabase()
const store = { requestId: 't', source: '192.0.2.1', locale: 'vi' as const, nonce: '' }
const within = <T>(work: () => T) => withRequestStore({ ...store }, work)

const programme = `11/03/2027
18:00 - 18:15 Khai mạc
   Đặng Hoàng Giang - Chủ tịch
18:15 - 19:00 Panel: stories that travel
   Moderator: Ngo Phuong Lan
   Huyền Đặng Thái
19:00 - 19:10
   Lê Hồng Lâm`

describe('an import', () => {
  it('is previewed, asks who is who, takes over what is clear, and changes nothing the second time', async () => {
    const { made, paste, look, apply } = await desk()
    const [lan, huyen] = await Promise.all(
      ['Ngô Phương Lan', 'Đặng Thái Huyền'].map((name) => addPerson(system(), { eventId: made.id, name })),
    )
    const id = await paste(programme)
    const first = await look(id)
    expect(first?.rows.map((row) => row.what)).toEqual(['new', 'unclear', 'unclear'])
    expect(first?.questions).toMatchObject([
      { name: 'Ngo Phuong Lan', candidates: [{ id: lan?.id }] },
      { name: 'Huyền Đặng Thái', candidates: [{ id: huyen?.id }] },
    ])
    expect(await listDraftSessions(made.id)).toEqual([])

    const decided = {
      who: ['Ngo Phuong Lan', 'Huyền Đặng Thái'],
      is: [lan?.id ?? '', huyen?.id ?? ''],
      row: ['text 2027-03-11 19:00'],
      title: ['Lời kết'],
    }
    const second = await look(id, decided)
    expect(second?.rows.map((row) => row.what)).toEqual(['new', 'new', 'new'])
    expect(second?.newPeople).toEqual(['Đặng Hoàng Giang', 'Lê Hồng Lâm'])
    await apply(id, decided)
    const stored = await listDraftSessions(made.id)
    expect(stored).toMatchObject([
      { title: { vi: 'Khai mạc' }, startsAt: '2027-03-11T23:00:00.000Z', endsAt: '2027-03-11T23:15:00.000Z' },
      {
        title: { en: 'Panel: stories that travel' },
        kind: 'panel',
        appearances: [
          { personId: lan?.id, role: 'moderator' },
          { personId: huyen?.id, role: 'speaker' },
        ],
      },
      { title: { vi: 'Lời kết' } },
    ])

    const again = await paste(programme)
    const repeated = await look(again, { row: decided.row, title: decided.title })
    expect(repeated).toMatchObject({ questions: [], newPeople: [], people: [] })
    expect(repeated?.rows.map((row) => row.what)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    await apply(again)
    expect(await listDraftSessions(made.id)).toEqual(stored)
  })

  it('uses the rooms and tracks that are there, in either language', async () => {
    const { made, paste, look, apply } = await desk()
    const room = await addRoom(system(), { eventId: made.id, name: { vi: 'Phòng lớn', en: 'Great Hall' } })
    const track = await addTrack(system(), { eventId: made.id, name: { vi: 'Trí tuệ nhân tạo', en: 'AI' } })
    const table =
      'Date,Start,End,Title,Room,Track\n2027-03-11,18:00,18:30,A,GREAT HALL,ai\n2027-03-11,19:00,19:30,B,Nhỏ,'
    const id = await paste(table)
    expect(await look(id)).toMatchObject({ newRooms: ['Nhỏ'], newTracks: [] })
    await apply(id)
    expect(await listDraftSessions(made.id)).toMatchObject([
      { roomId: room.id, trackId: track.id },
      { trackId: null },
    ])
  })

  it('of a changed file changes those sessions alone, and keeps what was translated here', async () => {
    const { made, paste, look, apply } = await desk()
    const table = (time: string, title: string) =>
      `ID,Date,Start,Minutes,Title\n1,2027-03-11,${time},30,${title}\n2,2027-03-11,20:00,30,Other`
    await apply(await paste(table('18:00', 'Opening')))
    const next = await paste(table('18:30', 'Opening words'))
    expect((await look(next))?.rows.map((row) => row.what)).toEqual(['changed', 'unchanged'])
    await apply(next)
    expect(await listDraftSessions(made.id)).toMatchObject([
      { title: { en: 'Opening words' }, startsAt: '2027-03-11T23:30:00.000Z' },
      { title: { en: 'Other' } },
    ])
  })

  it('that nobody can read says why, and keeps what was pasted', async () => {
    const { args } = await desk()
    const data = new FormData()
    data.set('text', '{"half": ')
    expect(await importPage.action(args(data))).toMatchObject({
      init: { status: 400 },
      data: { text: '{"half": ' },
    })
  })

  it('of another event is not there', async () => {
    const [mine, theirs] = [await desk(), await desk()]
    const id = await theirs.paste(programme)
    await expect(mine.look(id)).rejects.toMatchObject({ kind: 'missing' })
  })
})

describe('the published agenda for other programs', () => {
  async function published() {
    const at = await desk()
    const table = [
      'Date;Start;Minutes;Title;Room;Speakers',
      '2027-03-11;18:00;30;Điện ảnh & <máy>;Lớn;Ngô Phương Lan',
      '2027-03-11;21:30;30;Đêm;Nhỏ;',
    ].join('\n')
    await at.apply(await at.paste(table))
    await publishAgenda(system(), { eventId: at.made.id })
    const ask = (loader: typeof agendaJson.loader, query = '?lang=vi') =>
      within(() =>
        loader({
          request: new Request(`http://localhost:3000/x${query}`),
          params: { event: at.made.slug },
          context: {},
        }),
      )
    return { ...at, ask }
  }

  it('is schedule JSON, and says the same as XML', async () => {
    const { ask } = await published()
    const { schedule } = await (await ask(agendaJson.loader)).json()
    const [day] = schedule.conference.days
    expect(schedule.conference).toMatchObject({
      daysCount: 1,
      time_zone_name: 'America/New_York',
      acronym: expect.stringMatching(/^[a-z0-9_]{4,}$/),
    })
    expect(day).toMatchObject({ index: 1, date: '2027-03-11', day_start: '2027-03-11T18:00:00-05:00' })
    expect(day.rooms['Lớn']).toMatchObject([
      {
        title: 'Điện ảnh & <máy>',
        date: '2027-03-11T18:00:00-05:00',
        start: '18:00',
        duration: '00:30',
        persons: [{ public_name: 'Ngô Phương Lan' }],
      },
    ])
    const xml = await (await ask(agendaXml.loader)).text()
    const parsed = new XMLParser({
      ignoreAttributes: false,
      htmlEntities: true,
      attributeNamePrefix: '@',
      isArray: (name) => name === 'room',
    }).parse(xml)
    expect(parsed.schedule.day.room).toMatchObject([
      {
        '@name': 'Lớn',
        event: {
          title: 'Điện ảnh & <máy>',
          date: '2027-03-11T18:00:00-05:00',
          '@guid': day.rooms['Lớn'][0].guid,
        },
      },
      { '@name': 'Nhỏ' },
    ])
    expect(JSON.stringify(schedule) + xml).not.toMatch(/@example\.org|null/)
  })

  it('comes in again as it went out', async () => {
    const { ask } = await published()
    const text = await (await ask(agendaXml.loader)).text()
    const other = await desk()
    const id = await other.paste(text)
    expect((await other.look(id))?.rows.map((row) => [row.what, row.shown])).toEqual([
      ['new', 'Điện ảnh & <máy>'],
      ['new', 'Đêm'],
    ])
  })

  it('comes back as it went out, and is found to be there already', async () => {
    const { made, ask, look, paste } = await published()
    const stored = await listDraftSessions(made.id)
    for (const loader of [agendaXml.loader, agendaJson.loader]) {
      const view = await look(await paste(await (await ask(loader)).text()))
      expect(view?.rows.map((row) => row.what)).toEqual(['unchanged', 'unchanged'])
      expect(view).toMatchObject({ newRooms: [], newPeople: [], questions: [] })
    }
    expect(await listDraftSessions(made.id)).toEqual(stored)
  })

  it('can be put on other pages by one script, or by oEmbed', async () => {
    const { made, ask } = await published()
    const script = await (await ask(embedScript.loader)).text()
    expect(script).toContain(`/embed/events/${made.slug}?lang=vi`)
    expect(script.length).toBeLessThan(2000)
    const embed = (url: string, more = '') => ask(oembed.loader, `?url=${encodeURIComponent(url)}${more}`)
    const address = `${env().APP_URL}/en/events/${made.slug}/agenda`
    expect(await (await embed(address, '&maxwidth=400')).json()).toMatchObject({
      type: 'rich',
      width: 400,
      height: 640,
    })
    expect(await (await embed(address, '&format=xml')).text()).toContain('<type>rich</type>')
    expect((await embed(address, '&format=yaml')).status).toBe(501)
    await expect(embed('https://elsewhere.example/en/events/x')).rejects.toMatchObject({ kind: 'missing' })
    await expect(embed(`${env().APP_URL}/organize`)).rejects.toMatchObject({ kind: 'missing' })
  })
})
