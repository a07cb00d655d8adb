import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { listDraftSessions } from '#app/features/agenda/domain/draft/draft.server.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { testDatabase } from '#tests/database.ts'
import { importDesk } from '#tests/factories/import-desk.ts'
import * as importPage from './organize/import.tsx'
import * as application from './organize/import-application.tsx'

await testDatabase()
const store = { requestId: 't', source: '192.0.2.1', locale: 'en' as const, nonce: '' }

async function desk(timeZone = 'Asia/Ho_Chi_Minh') {
  const at = await importDesk(timeZone)
  const post = async (fields: Record<string, string | string[] | File>) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields))
      for (const one of Array.isArray(value) ? value : [value]) form.append(name, one)
    return withRequestStore({ ...store }, () => importPage.action(at.args(form)))
  }
  const idOf = (answer: Awaited<ReturnType<typeof post>>) =>
    answer instanceof Response ? (answer.headers.get('Location')?.split('/').at(-1) ?? '') : ''
  return { ...at, post, idOf }
}

describe('a table', () => {
  it('is read again in another encoding, with another order of dates and other columns', async () => {
    const { post, idOf, look, apply } = await desk()
    const bytes = iconv.encode(
      'Title,Date,Start,End,Where\nCafé,03/04/2027,09:00,09:30,Aula\n',
      'windows-1252',
    )
    const first = idOf(await post({ file: new File([new Uint8Array(bytes)], 'a.csv') }))
    const view = await look(first)
    expect(view?.table).toMatchObject({
      reading: { encoding: 'windows-1252', delimiter: ',', header: 1, isUnsure: true },
      dates: { order: 'day-first', isNeeded: true, isProven: false },
      ignored: ['Where'],
    })
    const again = {
      from: first,
      encoding: 'macintosh',
      delimiter: ',',
      header: '1',
      dateOrder: 'month-first',
      columnsOf: '1 ,',
      column: ['title', 'date', 'start', 'end', 'room'],
    }
    const second = idOf(await post(again))
    expect(second).not.toBe(first)
    expect((await look(second))?.rows).toMatchObject([{ title: 'CafÈ', where: 'Aula' }])
    const third = idOf(await post({ ...again, from: second, encoding: 'windows-1252' }))
    const last = await look(third)
    expect(last?.rows).toMatchObject([{ title: 'Café', where: 'Aula', day: 'Thứ Năm, 4 tháng 3, 2027' }])
    await apply(third)
  })

  it('of numbers where dates should stand says what they are read as, and can be read otherwise', async () => {
    const { post, idOf, look } = await desk()
    const first = idOf(await post({ text: 'Title,Date,Start,End\nOpening,33000.375,0.375,0.5\n' }))
    expect((await look(first))?.table?.serials).toBeNull()
    const table = 'Title,Date,Start,End\nOpening,40000,0.375,0.5\n'
    const second = idOf(await post({ file: new File([table], 'a.csv') }))
    const view = await look(second)
    expect(view?.table).toMatchObject({
      reading: { isUnsure: true },
      serials: { epoch: '1900', sample: '40000', read: 'Thứ Hai, 6 tháng 7, 2009', isAsked: true },
    })
    const third = idOf(await post({ from: second, epoch: '1904' }))
    expect((await look(third))?.table?.serials).toMatchObject({
      epoch: '1904',
      read: 'Chủ Nhật, 7 tháng 7, 2013',
      otherwise: 'Thứ Hai, 6 tháng 7, 2009',
    })
    expect(await post({ from: second, epoch: '1905' })).toMatchObject({ init: { status: 400 } })
  })

  it('whose header is in another line forgets columns that were of the old one', async () => {
    const { post, idOf, look } = await desk()
    const first = idOf(await post({ file: new File(['Wann,Was\nTime,Title\n9:00-9:30,Opening\n'], 'a.csv') }))
    const fields = { from: first, delimiter: ',', columnsOf: '1 ,', column: ['', ''] }
    const second = idOf(await post({ ...fields, header: '2' }))
    expect((await look(second))?.rows).toMatchObject([{ title: 'Opening' }])
  })

  it('that cannot be read so is refused in the page, with the way back', async () => {
    const { post, idOf } = await desk()
    const first = idOf(await post({ text: 'Time,Title\n,Opening' }))
    expect(await post({ from: first, delimiter: '|', column: ['title'] })).toMatchObject({
      data: { from: first },
      init: { status: 400 },
    })
    expect(await post({ text: 'kept', delimiter: 'x' })).toMatchObject({
      data: { text: 'kept' },
      init: { status: 400 },
    })
  })

  it('whose decisions cannot be read is shown again with all that can, and nothing is taken over', async () => {
    const { post, idOf, args, made } = await desk()
    const id = idOf(await post({ text: 'Time,Title\n9:00-9:30,Opening' }))
    const broken = new FormData()
    broken.set('day', '2027-03-02')
    broken.set('keep', new File(['x'], 'x.txt'))
    const answer = await application.action(args(broken, { import: id }))
    expect(answer).toMatchObject({
      data: { isUnread: true, view: { choices: { day: '2027-03-02' }, appliedAt: null } },
      init: { status: 400 },
    })
    expect(await listDraftSessions(made.id)).toEqual([])
  })
})
