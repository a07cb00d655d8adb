import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { activity, member, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { addMember } from './add-member.server.ts'
import { changeRole } from './change-role.server.ts'
import { createOrganization } from './create-organization.server.ts'
import { removeMember } from './remove-member.server.ts'

const { db } = await testDatabase()
const refusal = (code: string) => expect.objectContaining({ code })

async function roleOf(organizationId: string, accountId: string) {
  const [found] = await db
    .select()
    .from(member)
    .where(and(eq(member.organizationId, organizationId), eq(member.accountId, accountId)))
  return found?.role
}

describe('members', () => {
  it('are added with an account and a link by mail, once', async () => {
    const body = await organization()
    const ctx = signedIn(await memberOf(body))
    const wish = {
      organizationId: body.id,
      name: 'Ngô Phương Lan',
      email: 'Lan@vfda.example',
      role: 'door',
      locale: 'vi',
    } as const
    const { accountId } = await addMember(ctx, wish)
    expect(await roleOf(body.id, accountId)).toBe('door')
    const mails = await db.select().from(outbox).where(eq(outbox.recipientEmail, 'Lan@vfda.example'))
    expect(mails).toMatchObject([
      { kind: 'sign-in', locale: 'vi', facts: { purpose: 'invitation', role: 'door' } },
    ])
    const again = addMember(ctx, { ...wish, email: 'lan@VFDA.example' })
    await expect(again).rejects.toEqual(refusal('member-already'))
    const other = await organization()
    const inOther = await addMember(system(), { ...wish, organizationId: other.id, silently: true })
    expect(inOther.accountId).toBe(accountId)
  })

  it('are the business of admins of that organization', async () => {
    const body = await organization()
    const organizer = signedIn(await memberOf(body, 'organizer'))
    const stranger = signedIn(await memberOf(await organization()))
    const wish = {
      organizationId: body.id,
      name: 'X',
      email: 'x@example.org',
      role: 'admin',
      locale: 'en',
    } as const
    await expect(addMember(organizer, wish)).rejects.toEqual(refusal('right-missing'))
    await expect(addMember(stranger, wish)).rejects.toEqual(refusal('organization-missing'))
  })

  it('always have an admin among them', async () => {
    const body = await organization()
    const admin = await memberOf(body)
    const ctx = signedIn(admin)
    const own = { organizationId: body.id, accountId: admin.id }
    await expect(removeMember(ctx, own)).rejects.toEqual(refusal('last-admin'))
    await expect(changeRole(ctx, { ...own, role: 'door' })).rejects.toEqual(refusal('last-admin'))
    const second = await memberOf(body)
    const results = await Promise.allSettled([
      removeMember(ctx, own),
      changeRole(signedIn(second), { organizationId: body.id, accountId: second.id, role: 'door' }),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('change roles, and the activity says from what to what', async () => {
    const body = await organization()
    const ctx = signedIn(await memberOf(body))
    const door = await memberOf(body, 'door')
    await changeRole(ctx, { organizationId: body.id, accountId: door.id, role: 'rapporteur' })
    expect(await roleOf(body.id, door.id)).toBe('rapporteur')
    const [entry] = await db.select().from(activity).where(eq(activity.subjectId, door.id))
    expect(entry).toMatchObject({ verb: 'member.role-changed', details: { from: 'door', to: 'rapporteur' } })
  })
})

describe('organizations', () => {
  it('are made by the system or an admin, under an address of their own', async () => {
    const wish = { slug: 'bgf', shortName: 'BGF', name: { en: 'Boston Global Forum' } }
    await createOrganization(system(), wish)
    const admin = signedIn(await memberOf(await organization()))
    await expect(createOrganization(admin, wish)).rejects.toEqual(refusal('organization-slug-taken'))
    const organizer = signedIn(await memberOf(await organization(), 'organizer'))
    await expect(createOrganization(organizer, { ...wish, slug: 'x' })).rejects.toEqual(
      refusal('right-missing'),
    )
  })
})
