import type { LoaderFunctionArgs } from '@remix-run/node'
import { findCoverCut } from '#app/features/pictures/domain/cover.server.ts'
import { m } from '#app/paraglide/messages.js'
import { socialCover, socialImage } from '#app/public/social-image.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cacheHeaders } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { formatDay } from '#app/shared/time/format.ts'
import { getInitiative } from '../domain/initiatives.server.ts'

const houseAccent = '#8a1f2d'
/** The table with seats for anybody: an initiative's people are not at one table. */
const seats = Array.from({ length: 11 }, () => ({ name: '' }))

/** The picture of an initiative for links elsewhere, in the language of its address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const { id, name, bodies, cover, bornAt } = await getInitiative(params.initiative ?? '')
  const day = bornAt && formatDay(bornAt.startsAt, bornAt.timeZone, locale)
  const image = await socialImage({
    title: textIn(name, locale),
    dateLine: m['public.initiative.label']({}, { locale }),
    placeLine: day ? m['initiatives.list.born']({ day }, { locale }) : '',
    hosts: bodies.map((body) => textIn(body.name, locale)),
    people: seats,
    accent: bornAt?.accent ?? houseAccent,
    cover: await findCoverCut(cover, socialCover),
  })
  return new Response(new Uint8Array(image), {
    headers: {
      'Content-Type': 'image/png',
      'Content-Language': locale,
      ...cacheHeaders({
        tags: [pageTag.initiative(id), ...(bornAt ? [pageTag.event(bornAt.id)] : [pageTag.home])],
      }),
    },
  })
}
