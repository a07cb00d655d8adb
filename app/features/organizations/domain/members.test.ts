import { and, desc, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openSecret } from '#app/shared/auth/seal.server.ts'
import { account as accounts, activity, member, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { account, memberOf, organization } from '#tests/factories/organizations.ts'
import { acceptMembership } from './accept-membership.server.ts'
import { changeRole } from './change-role.server.ts'
import { createOrganization } from './create-organization.server.ts'
import { inviteMember } from './invite-member.server.ts'
import { findMemberInvitation, listMemberInvitations } from './member-invitations.server.ts'
import { removeMember } from './remove-member.server.ts'
import { resendMemberInvitation } from './resend-member-invitation.server.ts'
import { withdrawMemberInvitation } from './withdraw-member-invitation.server.ts'

const { db } = await testDatabase()
const refusal = (code: string) => expect.objectContaining({ code })

function wishFor(body: { id: string }, email: string) {
  return { organizationId: body.id, name: 'Ngô Phương Lan', email, role: 'door', locale: 'vi' } as const
}

/** The newest mail to an address, with what its link ends on. */
async function mailTo(email: string) {
  const [mail] = await db
    .select()
    .from(outbox)
    .where(eq(outbox.recipientEmail, email))
    .orderBy(desc(outbox.createdAt))
    .limit(1)
  const { link } = JSON.parse(openSecret(mail?.secret ?? '')) as { link: string }
  return { ...mail, link }
}

async function accountAt(email: string) {
  const [found] = await db
    .select()
    .from(accounts)
    .where(eq(sql`lower(${accounts.email})`, email.toLowerCase()))
  return found
}

async function roleOf(organizationId: string, accountId: string) {
  const [found] = await db
    .select()
    .from(member)
    .where(and(eq(member.organizationId, organizationId), eq(member.accountId, accountId)))
  return found?.role
}

describe('members', () => {
  it('are asked by mail in their language, and are none before they accept', async () => {
    const body = await organization()
    const inviter = await memberOf(body)
    const wish = wishFor(body, 'Lan@vfda.example')
    await inviteMember(signedIn(inviter), wish)
    const mail = await mailTo(wish.email)
    expect(mail).toMatchObject({
      kind: 'member-invited',
      locale: 'vi',
      facts: { membership: { organization: body.name, role: 'door', invitedBy: inviter.name } },
    })
    expect(await accountAt(wish.email)).toBeUndefined()
    const again = inviteMember(signedIn(inviter), { ...wish, email: 'lan@VFDA.example' })
    await expect(again).rejects.toEqual(refusal('member-invited-already'))
    expect(await findMemberInvitation(visitor(), mail.link)).toMatchObject({
      name: wish.name,
      acceptedAt: null,
    })
    const { accountId, signInToken } = await acceptMembership(visitor(), mail.link, {})
    expect(await roleOf(body.id, accountId)).toBe('door')
    expect(signInToken).toMatch(/^[\w-]{43}$/)
    await expect(acceptMembership(visitor(), mail.link, {})).rejects.toEqual(
      refusal('member-invitation-gone'),
    )
    await expect(inviteMember(signedIn(inviter), wish)).rejects.toEqual(refusal('member-already'))
  })

  it('with an account are asked as everybody is, and sign in by themselves', async () => {
    const body = await organization()
    const ctx = signedIn(await memberOf(body))
    const known = await account({ email: 'known@vfda.example', name: 'Tên Riêng Tư' })
    await inviteMember(ctx, wishFor(body, known.email))
    await inviteMember(ctx, wishFor(body, 'unknown@vfda.example'))
    const shown = (await listMemberInvitations(body.id)).map(
      ({ id, email, sentAt, expiresAt, ...rest }) => rest,
    )
    expect(shown).toEqual([shown[1], shown[0]])
    expect(JSON.stringify(shown)).not.toContain(known.name)
    const { link } = await mailTo(known.email)
    const accepted = await acceptMembership(visitor(), link, {})
    expect(accepted).toEqual({ accountId: known.id, signInToken: null })
    expect(await roleOf(body.id, known.id)).toBe('door')
  })

  it('cannot join by a link that was withdrawn, renewed or is a week old', async () => {
    const body = await organization()
    const ctx = signedIn(await memberOf(body))
    await inviteMember(ctx, wishFor(body, 'three@vfda.example'))
    const [open] = await listMemberInvitations(body.id)
    const invitation = { organizationId: body.id, invitationId: String(open?.id) }
    const first = await mailTo('three@vfda.example')
    await resendMemberInvitation(ctx, invitation)
    await expect(acceptMembership(visitor(), first.link, {})).rejects.toEqual(
      refusal('member-invitation-gone'),
    )
    const second = await mailTo('three@vfda.example')
    const late = visitor('vi', new Date(Date.now() + 7 * 24 * 3_600_000 + 1))
    await expect(acceptMembership(late, second.link, {})).rejects.toEqual(refusal('member-invitation-gone'))
    expect(await findMemberInvitation(late, second.link)).toBeNull()
    await withdrawMemberInvitation(ctx, invitation)
    await expect(acceptMembership(visitor(), second.link, {})).rejects.toEqual(
      refusal('member-invitation-gone'),
    )
    expect(await listMemberInvitations(body.id)).toEqual([])
    await expect(resendMemberInvitation(ctx, invitation)).rejects.toEqual(
      refusal('member-invitation-missing'),
    )
    expect(await accountAt('three@vfda.example')).toBeUndefined()
  })

  it('are not written to without end', async () => {
    const body = await organization()
    const ctx = signedIn(await memberOf(body))
    await inviteMember(ctx, wishFor(body, 'often@vfda.example'))
    const [open] = await listMemberInvitations(body.id)
    const invitation = { organizationId: body.id, invitationId: String(open?.id) }
    for (let time = 0; time < 3; time++) await resendMemberInvitation(ctx, invitation)
    await expect(resendMemberInvitation(ctx, invitation)).rejects.toEqual(refusal('too-many'))
  })

  it('are the business of admins of that organization', async () => {
    const body = await organization()
    const organizer = signedIn(await memberOf(body, 'organizer'))
    const stranger = signedIn(await memberOf(await organization()))
    const wish = wishFor(body, 'x@example.org')
    await expect(inviteMember(organizer, wish)).rejects.toEqual(refusal('right-missing'))
    await expect(inviteMember(stranger, wish)).rejects.toEqual(refusal('organization-missing'))
    await inviteMember(signedIn(await memberOf(body)), wish)
    const [open] = await listMemberInvitations(body.id)
    const invitation = { organizationId: body.id, invitationId: String(open?.id) }
    for (const act of [resendMemberInvitation, withdrawMemberInvitation]) {
      await expect(act(organizer, invitation)).rejects.toEqual(refusal('right-missing'))
      await expect(act(stranger, invitation)).rejects.toEqual(refusal('organization-missing'))
    }
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
