import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addSession } from '#app/features/agenda/domain/add-session.server.ts'
import { listPeopleChoices } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { acquaintance, member } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { addPerson } from '../add-person.server.ts'
import { editPerson } from '../edit-person.server.ts'
import { getKnownPerson } from '../known-to-hosts.server.ts'
import { listPeople } from '../people.server.ts'
import type { PersonDetails } from '../person-details.ts'

const { db } = await testDatabase()
const refusal = (code: string) => expect.objectContaining({ code })

/** Two bodies with one event of their own each, and one together. */
async function twoBodies() {
  const [a, b] = [await organization(), await organization()]
  const [ctxA, ctxB] = [signedIn(await memberOf(a)), signedIn(await memberOf(b))]
  const events = {
    ofA: await event({ hosts: [a] }),
    ofB: await event({ hosts: [b] }),
    both: await event({ hosts: [a, b] }),
  }
  return { a, b, ctxA, ctxB, ...events }
}

const nothing = { vi: '', en: '', confirmed: false }
const detailsOf = (name: string): PersonDetails => ({
  name,
  otherNames: '',
  precedence: null,
  pronunciation: '',
  timeZone: '',
  honorific: nothing,
  position: nothing,
  affiliation: nothing,
  biography: nothing,
  email: '',
  assistantEmail: '',
  locale: 'vi' as const,
})

const everybody = { q: '', show: null, page: 1 } as const
async function namesSeen(ctx: ReturnType<typeof signedIn>, eventId: string) {
  const listed = (await listPeople(ctx, eventId, everybody)).rows.map(({ name }) => name)
  const offered = (await listPeopleChoices(ctx, eventId)).map(({ name }) => name)
  expect(offered.toSorted()).toEqual(listed.toSorted())
  return listed.toSorted()
}

describe('at an event of two hosts', () => {
  it('each sees its own people and those of the event, and not those of the other', async () => {
    const { ctxA, ctxB, ofA, ofB, both } = await twoBodies()
    const own = await addPerson(ctxA, { eventId: ofA.id, name: 'Của A' })
    await addPerson(ctxB, { eventId: ofB.id, name: 'Của B' })
    await addPerson(ctxA, { eventId: both.id, name: 'Chung' })
    expect(await namesSeen(ctxA, both.id)).toEqual(['Chung', 'Của A'])
    expect(await namesSeen(ctxB, both.id)).toEqual(['Chung', 'Của B'])
    // What A added for the event of both stays there for B.
    expect(await namesSeen(ctxB, ofB.id)).toEqual(['Của B'])
    await expect(getKnownPerson(ctxB, both.id, own.id)).rejects.toEqual(refusal('person-missing'))
    const edit = { eventId: both.id, personId: own.id, revision: own.revision, details: detailsOf('Khác') }
    await expect(editPerson(ctxB, edit)).rejects.toEqual(refusal('person-missing'))
  })

  it('whoever is put into its sessions is seen by all its hosts, there alone', async () => {
    const { ctxA, ctxB, ofA, ofB, both } = await twoBodies()
    const own = await addPerson(ctxA, { eventId: ofA.id, name: 'Của A' })
    const session = await addSession(system(), {
      eventId: both.id,
      kind: 'talk',
      title: { vi: 'Bàn', en: 'T' },
    })
    const part = { sessionId: session.id, personId: own.id, role: 'speaker' } as const
    await expect(addAppearance(ctxB, part)).rejects.toEqual(refusal('person-missing'))
    await addAppearance(ctxA, part)
    expect(await namesSeen(ctxB, both.id)).toEqual(['Của A'])
    expect(await namesSeen(ctxB, ofB.id)).toEqual([])
    const known = await db.select().from(acquaintance).where(eq(acquaintance.personId, own.id))
    expect(known).toHaveLength(1)
  })

  it('a role that may not read people brings none of its body', async () => {
    const { b, ctxA, ofB, both } = await twoBodies()
    await addPerson(system(), { eventId: ofB.id, name: 'Của B' })
    const accountId = ctxA.actor.kind === 'account' ? ctxA.actor.accountId : ''
    await db.insert(member).values({ organizationId: b.id, accountId, role: 'door' })
    expect(await namesSeen(ctxA, both.id)).toEqual([])
  })
})
