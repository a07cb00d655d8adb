import { consentText, contact as contacts, list as lists, subscription } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { first, nextNumber } from './numbers.ts'
import { organization } from './organizations.ts'

/** A list with the first version of its text, of a body of its own where none is given. */
export async function list(
  values: Partial<typeof lists.$inferInsert> = {},
): Promise<typeof lists.$inferSelect & { consentId: string }> {
  const n = nextNumber()
  const organizationId = values.organizationId ?? (await organization()).id
  const row = {
    slug: `list-${n}`,
    title: { vi: `Bản tin ${n}`, en: `News ${n}` },
    description: { vi: 'Tin mỗi tháng.', en: 'News each month.' },
    ...values,
    organizationId,
  }
  const made = first(await database().insert(lists).values(row).returning())
  const text = { vi: `Tôi muốn nhận bản tin ${n}.`, en: `I wish to get news ${n}.` }
  const consent = await database()
    .insert(consentText)
    .values({ listId: made.id, version: 1, text })
    .returning()
  return { ...made, consentId: first(consent).id }
}

/** Somebody on a list, in whatever state. */
export async function contactOn(
  of: { id: string; organizationId: string; consentId: string },
  values: Partial<typeof subscription.$inferInsert> & {
    email?: string
    name?: string
    locale?: 'vi' | 'en'
  } = {},
) {
  const { email = `reader-${nextNumber()}@example.org`, name = '', locale = 'vi', ...standing } = values
  const { organizationId } = of
  const made = first(
    await database().insert(contacts).values({ organizationId, email, name, locale }).returning(),
  )
  const now = new Date()
  await database()
    .insert(subscription)
    .values({
      listId: of.id,
      contactId: made.id,
      state: 'confirmed',
      place: 'page',
      consentId: of.consentId,
      consentLocale: locale,
      askedAt: now,
      mailedAt: now,
      ...((standing.state ?? 'confirmed') === 'confirmed' && { confirmedAt: now }),
      ...standing,
    })
  return made
}
