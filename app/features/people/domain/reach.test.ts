import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { contactProposal, outbox, person } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { addPerson } from './add-person.server.ts'
import { answerContactProposal, listContactProposals } from './contact-proposals.server.ts'
import { mergePeople } from './duplicates/merge-people.server.ts'
import { editPerson } from './edit-person.server.ts'
import { importPeople } from './import/import-people.server.ts'
import type { PersonDetails } from './person-details.ts'

const { db } = await testDatabase()
const refusal = (code: string) => expect.objectContaining({ code })
const nothing = { vi: '', en: '', confirmed: false }
const details = (name: string, email: string, assistantEmail = ''): PersonDetails => ({
  name,
  otherNames: '',
  precedence: null,
  pronunciation: '',
  timeZone: '',
  email,
  assistantEmail,
  honorific: nothing,
  position: nothing,
  affiliation: nothing,
  biography: nothing,
  locale: 'vi' as const,
})

/** A speaker whom the first body brought to the event of both. */
async function shared() {
  const [a, b] = [await organization(), await organization()]
  const [ctxA, ctxB] = [signedIn(await memberOf(a)), signedIn(await memberOf(b))]
  const { id: eventId } = await event({ hosts: [a, b] })
  const email = `tam-${nextNumber()}@example.org`
  const added = await addPerson(ctxA, { eventId, name: 'Vũ Ngọc Tâm', email })
  const edit = { eventId, personId: added.id, revision: added.revision }
  const stored = async () => (await db.select().from(person).where(eq(person.id, added.id)))[0]
  const told = async (to: string) => db.select().from(outbox).where(eq(outbox.recipientEmail, to))
  return { a, b, ctxA, ctxB, eventId, email, added, edit, stored, told }
}

describe('how a person is reached', () => {
  it('is changed by the body that knows them, and the old address is told', async () => {
    const { ctxA, email, edit, stored, told } = await shared()
    const saved = await editPerson(ctxA, {
      ...edit,
      details: details('Vũ Ngọc Tâm', 'new@example.com', 'aide@example.com'),
    })
    expect(saved.fields.sort()).toEqual(['assistantEmail', 'email'])
    expect((await stored())?.email).toBe('new@example.com')
    const mails = await told(email)
    expect(mails.map(({ kind, facts }) => [kind, facts.contact])).toEqual([
      ['contact-changed', { what: 'address', name: 'Vũ Ngọc Tâm', address: 'n…@example.com' }],
      ['contact-changed', { what: 'assistant', name: 'Vũ Ngọc Tâm', address: 'a…@example.com' }],
    ])
  })

  it('is only proposed by another, until a body that knows them accepts', async () => {
    const { a, b, ctxA, ctxB, email, edit, stored, told } = await shared()
    const wish = { ...edit, details: details('Vũ Ngọc Tâm (đổi)', 'thief@example.com') }
    expect(await editPerson(ctxB, wish)).toEqual({ fields: ['name'], proposed: ['email'] })
    expect(await stored()).toMatchObject({ email, name: 'Vũ Ngọc Tâm (đổi)' })
    expect(await told(email)).toEqual([])
    expect(await listContactProposals(ctxB)).toEqual([])
    const [proposal] = await listContactProposals(ctxA)
    expect(proposal).toMatchObject({ email, change: { email: 'thief@example.com' } })
    const answer = { proposalId: proposal?.id ?? '', accept: true }
    await expect(answerContactProposal(ctxB, { ...answer, organizationId: b.id })).rejects.toEqual(
      refusal('contact-proposal-missing'),
    )
    await answerContactProposal(ctxA, { ...answer, organizationId: a.id })
    expect((await stored())?.email).toBe('thief@example.com')
    expect(await told(email)).toMatchObject([{ kind: 'contact-changed' }])
    expect(await db.$count(contactProposal, eq(contactProposal.personId, edit.personId))).toBe(0)
  })

  it('is not changed by making one of two, or by a list', async () => {
    const { ctxB, eventId, email, added, stored } = await shared()
    const own = await addPerson(ctxB, { eventId, name: 'Vu Ngoc Tam', email: 'thief@example.com' })
    for (const [keptId, goneId] of [
      [own.id, added.id],
      [added.id, own.id],
    ] as const) {
      await expect(mergePeople(ctxB, { eventId, keptId, goneId })).rejects.toEqual(
        refusal('person-of-others'),
      )
    }
    const text = `Họ và tên;Email;Email trợ lý\nVũ Ngọc Tâm;${email};thief@example.com`
    await importPeople(ctxB, { eventId, text })
    expect(await stored()).toMatchObject({ email, assistantEmail: null })
  })
})
