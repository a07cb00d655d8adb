import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { calendarFeed } from './domain/feed-calendar.ts'

const refreshHours = 4

type PublicFeed = {
  name: string
  blocks: string[]
  locale: Locale
  fileName: string
  tags: string[]
  changesAt?: Date[]
}

/** A public feed as an answer that the page cache keeps. */
export function calendarResponse({
  name,
  blocks,
  locale,
  fileName,
  tags,
  changesAt = [],
}: PublicFeed): Response {
  return new Response(calendarFeed({ name, blocks, refreshHours, language: locale }), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Language': locale,
      'Content-Disposition': `inline; filename="${fileName}"`,
      ...cacheHeaders({ tags, changesAt }),
    },
  })
}
