import { eq, inArray } from 'drizzle-orm'
import { addList } from '#app/features/lists/domain/save-list.server.ts'
import { createOrganization } from '#app/features/organizations/domain/create-organization.server.ts'
import { takeIn } from '#app/features/organizations/domain/take-in.server.ts'
import { type Context, systemContext } from '#app/shared/context.ts'
import { write } from '#app/shared/i18n/translated-text.ts'
import { event, initiative, initiativeOrganization, list, organization } from './schema/index.ts'
import { filmParkCities } from './seeds/places/cities.ts'
import { pai } from './seeds/places/pai.ts'
import { plantCities } from './seeds/places/plant-cities.server.ts'
import { plantIndex } from './seeds/places/plant-index.server.ts'
import { plantEvent } from './seeds/plant-event.server.ts'
import { plantInitiativeParts } from './seeds/plant-initiative.server.ts'
import { plantRecord } from './seeds/plant-record.server.ts'
import { seedWorld } from './seeds/seed-world.ts'
import type { SeedInitiative, SeedList, SeedOrganization } from './seeds/world.ts'
import { database, withTransaction } from './transaction.server.ts'

/** Who organizes in a fresh installation; the first sign-in link is theirs. */
const firstOrganizer = {
  name: 'Ban Tổ Chức',
  email: 'organizer@example.org',
  role: 'admin',
  locale: 'vi',
} as const

/** Plants the seed worlds by calling verbs. What is there already stays as it is, so it may run again. */
export async function seedDatabase(now = new Date()): Promise<void> {
  const ctx = systemContext('seed', now)
  const world = seedWorld(now)
  await withTransaction(async () => {
    const organizations = await plantOrganizations(ctx, world.organizations)
    for (const one of world.lists) await plantList(ctx, one, organizations)
    for (const one of world.events) await plantEvent(ctx, one, world.people, organizations)
    for (const [index, one] of world.initiatives.entries())
      await plantInitiative(one, { position: index, now, organizations })
    await plantCities(ctx, filmParkCities)
    await plantIndex(ctx, pai)
    for (const one of world.records) await plantRecord(ctx, one)
    const notes = world.records.flatMap((record) => record.notes)
    for (const one of world.initiatives)
      await plantInitiativeParts(ctx, one.slug, { parts: one.parts, notes })
  })
}

async function plantOrganizations(ctx: Context, seeds: SeedOrganization[]): Promise<Map<string, string>> {
  const slugs = seeds.map((one) => one.slug)
  const known = await database().select().from(organization).where(inArray(organization.slug, slugs))
  const ids = new Map(known.map((one) => [one.slug, one.id]))
  for (const seed of seeds) {
    if (ids.has(seed.slug)) continue
    const { advertisingRules = false, ...named } = seed
    const { id } = await createOrganization(ctx, { ...named, name: write(named.name) })
    if (advertisingRules)
      await database().update(organization).set({ advertisingRules }).where(eq(organization.id, id))
    await takeIn(ctx, { ...firstOrganizer, organizationId: id })
    ids.set(seed.slug, id)
  }
  return ids
}

async function plantList(ctx: Context, seed: SeedList, organizations: Map<string, string>) {
  const organizationId = organizations.get(seed.organization)
  const known = await database().$count(list, eq(list.slug, seed.slug))
  if (!organizationId || known > 0) return
  const details = {
    title: write(seed.title),
    description: write(seed.description),
    consent: write(seed.consent),
  }
  await addList(ctx, { isChosen: true, organizationId, slug: seed.slug, details })
}

type InitiativeAt = { position: number; now: Date; organizations: Map<string, string> }

async function plantInitiative(seed: SeedInitiative, { position, now, organizations }: InitiativeAt) {
  const [bornAt] = seed.bornAt
    ? await database().select({ id: event.id }).from(event).where(eq(event.slug, seed.bornAt))
    : []
  const words = { name: write(seed.name), summary: write(seed.summary), description: write(seed.description) }
  const [made] = await database()
    .insert(initiative)
    .values({
      slug: seed.slug,
      position,
      isDemo: true,
      publishedAt: now,
      bornAtId: bornAt?.id ?? null,
      ...words,
    })
    .onConflictDoNothing({ target: initiative.slug })
    .returning()
  if (!made) return
  const bodies = seed.organizations.flatMap((slug) => organizations.get(slug) ?? [])
  await database()
    .insert(initiativeOrganization)
    .values(bodies.map((organizationId, position) => ({ initiativeId: made.id, organizationId, position })))
}
