import type { LoaderFunctionArgs } from '@remix-run/node'
import type { MetaFunction } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { publicFooter } from '#app/public/public-event-page.tsx'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { PrivacyText } from './privacy-text.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale } = await visitorContext(request, params)
  const title = m['public.privacy.title']({}, { locale })
  const head = pageHead({
    locale,
    path: publicPath.privacy(locale),
    title: `${title} · Bàn Tròn`,
    description: m['public.privacy.why-body']({}, { locale }),
    image: { path: publicPath.houseImage(locale), alt: 'Bàn Tròn' },
  })
  return { head }
}

/** What this installation keeps of anybody, and why. */
export default function Privacy() {
  return (
    <PublicPage
      languages={{ vi: publicPath.privacy('vi'), en: publicPath.privacy('en') }}
      footer={publicFooter()}
    >
      <div className="narrow stack loose">
        <h1 className="title-l">{m['public.privacy.title']()}</h1>
        <PrivacyText
          who={m['public.privacy.who-service']()}
          until={m['public.privacy.until-service']()}
          ask={m['public.privacy.ask-reply']()}
        />
        <section className="stack snug measure">
          <h2>{m['supporters.privacy.title']()}</h2>
          <p>{m['supporters.privacy.body']()}</p>
        </section>
      </div>
    </PublicPage>
  )
}
