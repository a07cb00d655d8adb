import { afterEach, describe, expect, it } from 'vitest'
import { getLocale, overwriteGetLocale } from '#app/paraglide/runtime.js'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { testDatabase } from '#tests/database.ts'
import { importDesk } from '#tests/factories/import-desk.ts'
import * as importPage from './organize/import.tsx'
import { unreadText } from './organize/import-labels.ts'

await testDatabase()
const language = getLocale
afterEach(() => overwriteGetLocale(language))
const store = { requestId: 't', source: '192.0.2.1', locale: 'en' as const, nonce: '' }
const at = await importDesk('Asia/Ho_Chi_Minh')

type Files = Record<string, string>

async function post(files: Files, text = '') {
  const form = new FormData()
  for (const [name, words] of Object.entries(files)) form.append('file', new File([words], name))
  form.set('text', text)
  return withRequestStore({ ...store }, () => importPage.action(at.args(form)))
}

const idIn = (answer: Awaited<ReturnType<typeof post>>) =>
  answer instanceof Response ? (answer.headers.get('Location')?.split('/').at(-1) ?? '') : ''

async function preview(files: Files) {
  const answer = await post(files)
  const view = await at.look(idIn(answer))
  if (!view) throw new Error('no preview')
  return { ...view, titles: view.rows.map(({ title, row }) => `${title} (${row})`) }
}

const table = (title: string) => `Title,Date,Start,End\n${title},2027-03-12,9:00,9:30\n`
const calendar = (uid: string, zone = '') =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...(zone ? [`X-WR-TIMEZONE:${zone}`] : [])]
    .concat(
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `SUMMARY:${uid}`,
      'DTSTART:20270312T090000',
      'DTEND:20270312T093000',
    )
    .concat('END:VEVENT', 'END:VCALENDAR')
    .join('\r\n')
const schedule = (id: number) => {
  const event = { id, date: '2027-03-12T09:00:00+07:00', duration: '0:30', title: `T${id}` }
  return JSON.stringify({ schedule: { conference: { days: [{ rooms: { A: [event] } }] } } })
}

describe('several files', () => {
  it.each<[string, Files, string[]]>([
    ['tables', { 'a.csv': table('A'), 'b.csv': table('B') }, ['A (line 2 · a.csv)', 'B (line 2 · b.csv)']],
    [
      'calendars',
      { 'a.ics': calendar('A'), 'b.ics': calendar('B') },
      ['A (VEVENT 1 · a.ics)', 'B (VEVENT 1 · b.ics)'],
    ],
    [
      'schedules',
      { '1.json': schedule(1), '2.json': schedule(2) },
      ['T1 (event 1 · 1.json)', 'T2 (event 2 · 2.json)'],
    ],
  ])('of one format are one import: %s', async (_, files, titles) => {
    const view = await preview(files)
    expect(view.titles).toEqual(titles)
    expect(view.unread).toEqual([])
    expect(view.fileName).toBe(Object.keys(files).join(', '))
  })

  it('that give nothing are named, with the reason', async () => {
    const session = { id: 1, title: 'Info', 'starts-at': '2027-03-12T09:00:00+07:00' }
    const view = await preview({
      'sessions.json': JSON.stringify([{ ...session, 'ends-at': '2027-03-12T10:00:00+07:00' }]),
      'event.json': JSON.stringify({ name: 'Summit' }),
      'poster.pdf': '%PDF-1.7',
      'half.json': '{"a": ',
    })
    expect(view.titles).toEqual(['Info (session 1)'])
    expect(view.unread.map(({ name, code, detail }) => [name, code, detail])).toEqual([
      ['poster.pdf', 'other-kind', 'pdf'],
      ['half.json', 'broken', '1'],
      ['event.json', 'unused', ''],
    ])
  })

  it.each<[string, Files, string, string]>([
    ['formats', { 'a.csv': table('A'), 'b.ics': calendar('B') }, '', 'several formats (Table, iCalendar)'],
    ['a text and a table', { 'a.csv': table('A') }, '9:00 - 9:30 Opening', 'several formats (Text, Table)'],
    [
      'zones',
      { 'a.ics': calendar('A', 'Asia/Tokyo'), 'b.ics': calendar('B', 'Europe/Paris') },
      '',
      'different time zones (Asia/Tokyo, Europe/Paris)',
    ],
    [
      'tables to be looked at',
      { 'a.csv': table('A'), 'b.csv': 'Wann,Was\n9:00,Start' },
      '',
      'one after another',
    ],
    ['nothing that can be read', { 'a.pdf': '%PDF-1.7', 'b.pdf': '%PDF-1.7' }, '', 'This is a PDF'],
  ])('that do not go together are refused, and nothing typed is lost: %s', async (_, files, text, fault) => {
    const answer = await post(files, text)
    const said = { text, fault: expect.stringContaining(fault) }
    expect(answer).toMatchObject({ data: said, init: { status: 400 } })
  })
})

describe('the dates of a text', () => {
  it('have one order, which can be chosen', async () => {
    const text = '03/04/2027\n9:00 - 9:30 Opening'
    const first = await at.paste(text)
    const view = await at.look(first)
    expect(view?.dates).toMatchObject({ order: 'day-first', isNeeded: true, isProven: false })
    expect(view?.rows[0]?.day).toContain('3 tháng 4')
    const form = new FormData()
    form.set('from', first)
    form.set('dateOrder', 'month-first')
    const answer = await withRequestStore({ ...store }, () => importPage.action(at.args(form)))
    const again = await at.look(idIn(answer))
    expect(again?.rows[0]?.day).toContain('4 tháng 3')
    expect(again?.dates).toMatchObject({ order: 'month-first', isChosen: true })
  })
})

const given = { 'a.csv': table('One'), 'b.pdf': '%PDF-1.7' }

describe('what is said of a file that was left out', () => {
  it('points to nothing on the preview that is not there', async () => {
    const { unread } = await preview(given)
    expect(unread).toMatchObject([{ name: 'b.pdf', code: 'other-kind', detail: 'pdf' }])
    const kinds = ['document', 'office', 'pdf', 'picture', 'slides', 'html'] as const
    const codes = [...kinds.map((detail) => ['other-kind', detail] as const), ['unknown-format', ''] as const]
    for (const locale of ['vi', 'en'] as const) {
      overwriteGetLocale(() => locale)
      for (const [code, detail] of codes)
        expect(unreadText({ name: 'b', code, detail })).not.toMatch(/below|above|bên dưới|ở trên|phía/)
    }
  })
})
