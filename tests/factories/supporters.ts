import { nameOrder } from '#app/features/supporters/domain/name-order.ts'
import {
  initiativeOrganization,
  initiative as initiatives,
  supporter as supporters,
  supporterText,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { first, nextNumber } from './numbers.ts'
import { organization } from './organizations.ts'

/** A published initiative, of a body of its own where none are given. */
export async function initiativeWith(
  bodies: readonly { id: string }[] = [],
  values: Partial<typeof initiatives.$inferInsert> = {},
) {
  const n = nextNumber()
  const row = {
    slug: `initiative-${n}`,
    name: { vi: `Sáng kiến ${n}`, en: `Initiative ${n}` },
    summary: { vi: 'Tóm tắt.', en: 'Summary.' },
    publishedAt: new Date(),
    ...values,
  }
  const made = first(await database().insert(initiatives).values(row).returning())
  const carrying = bodies.length > 0 ? bodies : [await organization()]
  await database()
    .insert(initiativeOrganization)
    .values(carrying.map(({ id }, position) => ({ initiativeId: made.id, organizationId: id, position })))
  return { ...made, bodies: carrying }
}

type Values = Partial<Omit<typeof supporters.$inferInsert, 'initiativeId'>> & { isListed?: boolean }

/** Somebody who joined an initiative, in whatever state. */
export async function supporterOf(initiativeId: string, { isListed = false, ...values }: Values = {}) {
  const n = nextNumber()
  const now = new Date()
  const name = values.name ?? `Người Đồng Hành ${n}`
  const order = nameOrder(name, values.body ?? '')
  const state = values.state ?? 'joined'
  const agreed = isListed ? await textOf(initiativeId) : null
  const row = {
    email: `supporter-${n}@example.org`,
    name,
    kind: 'film-maker' as const,
    country: 'VN',
    locale: 'vi' as const,
    state,
    askedAt: now,
    mailedAt: now,
    orderVi: order.vi,
    orderEn: order.en,
    ...(state === 'joined' && { joinedAt: now }),
    ...(state === 'left' && { leftAt: now }),
    ...(state === 'removed' && { removedReason: 'Lý do' }),
    ...(agreed && { listedTextId: agreed, listedLocale: 'vi' as const, listedAt: now }),
    ...values,
  }
  return first(
    await database()
      .insert(supporters)
      .values({ ...row, initiativeId })
      .returning(),
  )
}

async function textOf(initiativeId: string): Promise<string> {
  const text = { vi: 'Tôi đồng ý nêu tên.', en: 'I agree to be listed.' }
  const kept = await database()
    .insert(supporterText)
    .values({ initiativeId, consent: 'listed', version: 1, text })
    .onConflictDoUpdate({
      target: [supporterText.initiativeId, supporterText.consent, supporterText.version],
      set: { text },
    })
    .returning()
  return first(kept).id
}
