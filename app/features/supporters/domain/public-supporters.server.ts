import { and, asc, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm'
import type { Locale, SupporterKind } from '#app/shared/vocabulary.ts'
import { supporter, supporterCount, supporterLogo } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { type ListPlace, readPlace, writePlace } from './list-place.ts'

const pageSize = 60

type ListFilter = { kind?: SupporterKind | undefined; country?: string | undefined }

/**
 * One page of those who agreed to be listed, in the order of the reader's language. Pages go on from a name, not from a
 * count, and each order and filter has its index: a hundred thousand cost what sixty do.
 */
export async function listPublicSupporters(
  initiativeId: string,
  {
    locale,
    kind,
    country,
    place,
    size = pageSize,
  }: ListFilter & { locale: Locale; place?: string | null; size?: number },
) {
  const from = readPlace(place)
  const isBackward = from?.way === 'before'
  const name =
    locale === 'vi'
      ? sql`${supporter.orderVi} collate "vi-x-icu"`
      : sql`${supporter.orderEn} collate "en-x-icu"`
  const order = isBackward ? desc : asc
  const found = await database()
    .select({
      id: supporter.id,
      name: supporter.name,
      body: supporter.body,
      kind: supporter.kind,
      country: supporter.country,
      order: locale === 'vi' ? supporter.orderVi : supporter.orderEn,
      logo: { id: supporterLogo.id, width: supporterLogo.width, height: supporterLogo.height },
    })
    .from(supporter)
    .leftJoin(
      supporterLogo,
      and(eq(supporterLogo.supporterId, supporter.id), isNotNull(supporterLogo.shownAt)),
    )
    .where(
      and(
        eq(supporter.initiativeId, initiativeId),
        // Written as in the indexes, which hold nobody else.
        sql`${supporter.state} = 'joined' and ${supporter.listedAt} is not null`,
        kind && eq(supporter.kind, kind),
        country ? eq(supporter.country, country) : undefined,
        from ? beyond(name, from) : undefined,
      ),
    )
    .orderBy(order(name), order(supporter.id))
    .limit(size + 1)
  const hasMore = found.length > size
  const rows = found.slice(0, size)
  if (isBackward) rows.reverse()
  const placeOf = (row: (typeof rows)[number] | undefined, way: ListPlace['way']) =>
    row ? writePlace({ way, name: row.order, id: row.id }) : null
  return {
    rows: rows.map(({ order: _, ...row }) => row),
    previous: (isBackward ? hasMore : from) ? placeOf(rows[0], 'before') : null,
    next: isBackward || hasMore ? placeOf(rows.at(-1), 'after') : null,
  }
}

function beyond(name: SQL, { way, name: from, id }: ListPlace): SQL {
  return sql`(${name}, ${supporter.id}) ${way === 'before' ? sql`<` : sql`>`} (${from}::text, ${id}::uuid)`
}

type SupporterCounts = {
  joined: number
  waiting: number
  gone: number
  listed: number
  /** Of those who are listed, the most first. */
  kinds: { kind: SupporterKind; listed: number; joined: number }[]
  countries: { country: string; listed: number; joined: number }[]
}

/** How many supporters an initiative has, by kind and by country: read from counters that a trigger keeps. */
export async function countSupporters(initiativeId: string): Promise<SupporterCounts> {
  const rows = await database()
    .select({
      kind: supporterCount.kind,
      country: supporterCount.country,
      joined: supporterCount.joined,
      waiting: supporterCount.waiting,
      gone: supporterCount.gone,
      listed: supporterCount.listed,
    })
    .from(supporterCount)
    .where(eq(supporterCount.initiativeId, initiativeId))
  const kinds = new Map<SupporterKind, { listed: number; joined: number }>()
  const countries = new Map<string, { listed: number; joined: number }>()
  const sum = { joined: 0, waiting: 0, gone: 0, listed: 0 }
  for (const row of rows) {
    for (const name of ['joined', 'waiting', 'gone', 'listed'] as const) sum[name] += row[name]
    add(kinds, row.kind, row)
    add(countries, row.country, row)
  }
  const most = <T extends { listed: number; joined: number }>(a: T, b: T) => b.joined - a.joined
  return {
    ...sum,
    kinds: [...kinds].map(([kind, of]) => ({ kind, ...of })).sort(most),
    countries: [...countries].map(([country, of]) => ({ country, ...of })).sort(most),
  }
}

function add<K>(
  to: Map<K, { listed: number; joined: number }>,
  key: K,
  row: { listed: number; joined: number },
) {
  const before = to.get(key) ?? { listed: 0, joined: 0 }
  to.set(key, { listed: before.listed + row.listed, joined: before.joined + row.joined })
}
