import type { LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { isAsking, securityListOf } from '#app/features/security/domain/security-list.ts'
import { securitySentence } from '#app/features/security/security-told.tsx'
import { m } from '#app/paraglide/messages.js'
import { HostList } from '#app/public/host-list.tsx'
import { PublicEventPage } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { formatDay } from '#app/shared/time/format.ts'
import { MailAddress } from '#app/ui/texts/mail-address.tsx'
import { getPublicEvent } from './domain/events.server.ts'
import { PrivacyText } from './privacy-text.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, now } = await visitorContext(request, params)
  const found = await getPublicEvent(params.event ?? '')
  const list = securityListOf(found)
  const {
    slug,
    title,
    notice,
    accent,
    hosts,
    contactEmail,
    retainUntil,
    timeZone,
    hasRecap,
    hasAgenda,
    hasSpeakers,
    hasFilms,
    hasAwards,
    cancelledAt,
  } = found
  const name = textIn(title, locale)
  const path = publicPath.eventPrivacy(locale, slug)
  const head = pageHead({
    locale,
    path,
    title: m['public.privacy.event-title']({ event: name }, { locale }),
    description: m['public.privacy.why-body']({}, { locale }),
    image: { path: publicPath.socialImage(locale, slug), alt: name },
  })
  return {
    head,
    path,
    locale,
    event: {
      slug,
      title,
      notice,
      accent,
      hasRecap,
      hasAgenda,
      hasSpeakers,
      hasFilms,
      hasAwards,
      cancelledAt,
    },
    hosts,
    contactEmail,
    retainUntil,
    timeZone,
    security: isAsking(list, now) ? list : null,
  }
}

/** What the hosts of one event keep of its guests, until when, and whom to ask. */
export default function EventPrivacy() {
  const { event, path, hosts, contactEmail, retainUntil, timeZone, security, locale } =
    useLoaderData<typeof loader>()
  return (
    <PublicEventPage event={event} path={path} current={null}>
      <div className="narrow stack loose">
        <h1 className="title-l">{m['public.privacy.title']()}</h1>
        <PrivacyText
          who={<HostList hosts={hosts} />}
          until={
            retainUntil
              ? m['public.privacy.until-date']({ date: formatDay(new Date(retainUntil), timeZone, locale) })
              : m['public.privacy.until-open']()
          }
          security={security && securitySentence({ list: security, timeZone })}
          ask={contactEmail ? <AskContact address={contactEmail} /> : m['public.privacy.ask-reply']()}
        />
      </div>
    </PublicEventPage>
  )
}

function AskContact({ address }: { address: string }) {
  const [before, after] = m['public.privacy.ask-contact']({ contact: '\n' }).split('\n')
  return (
    <>
      {before}
      <MailAddress address={address} />
      {after}
    </>
  )
}
