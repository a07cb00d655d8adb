import { expect, test } from 'vitest'
import { write } from '#app/shared/i18n/translated-text.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { noteOf } from '#tests/factories/notes.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { person } from '#tests/factories/speakers.ts'
import { listActions, setActionDone } from './actions.server.ts'

await testDatabase()

const words = (vi: string) => ({ kind: 'action' as const, text: write({ vi }) })

test('open actions stand first, the earliest due on top', async () => {
  const of = await event()
  await noteOf(of, { ...words('Xong'), doneAt: new Date(), dueOn: '2027-01-01' })
  await noteOf(of, words('Không hạn'))
  await noteOf(of, { ...words('Sau'), dueOn: '2027-06-01' })
  await noteOf(of, { ...words('Trước'), dueOn: '2027-05-01' })
  await noteOf(of, { kind: 'quote', text: write({ vi: 'Không phải việc' }) })
  const listed = await listActions(of.id)
  expect(listed.map((one) => one.text.vi)).toEqual(['Trước', 'Sau', 'Không hạn', 'Xong'])
})

test('who has an address can be reminded', async () => {
  const of = await event()
  const [known, silent] = [await person(), await person({ email: null })]
  await noteOf(of, { ...words('Có thư'), ownerId: known.id, dueOn: '2027-01-01' })
  await noteOf(of, { ...words('Không thư'), ownerId: silent.id, dueOn: '2027-01-02' })
  await noteOf(of, { ...words('Chỉ tên'), ownerName: 'Mars', dueOn: '2027-01-03' })
  expect((await listActions(of.id)).map((one) => one.canBeReached)).toEqual([true, false, false])
})

test('done and open again, each a version; nothing happens twice', async () => {
  const of = await event()
  const { id: noteId } = await noteOf(of, words('Gửi thư'))
  const set = (isDone: boolean) => setActionDone(system(), { eventId: of.id, noteId, isDone })
  await set(true)
  await set(true)
  expect(await listActions(of.id)).toMatchObject([{ revision: 2 }])
  await set(false)
  expect(await listActions(of.id)).toMatchObject([{ revision: 3, doneAt: null }])
})

test('nobody settles a neighbour’s action, nor what is none', async () => {
  const [body, stranger] = [await organization(), await organization()]
  const [of, elsewhere] = [await event({ hosts: [body] }), await event({ hosts: [stranger] })]
  const { id: noteId } = await noteOf(elsewhere, words('Của họ'))
  const ctx = signedIn(await memberOf(body, 'admin'))
  const missing = { code: 'note-missing' }
  await expect(setActionDone(ctx, { eventId: of.id, noteId, isDone: true })).rejects.toMatchObject(missing)
  const quote = await noteOf(of, { kind: 'quote' })
  await expect(setActionDone(ctx, { eventId: of.id, noteId: quote.id, isDone: true })).rejects.toMatchObject(
    missing,
  )
})
