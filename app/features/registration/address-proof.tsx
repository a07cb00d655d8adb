import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { PersonalFrame, PersonalPage } from '#app/public/personal-frame.tsx'
import { Refusal, type RefusalCode } from '#app/shared/errors.ts'
import { answerIn } from '#app/shared/http/request-store.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { isLocale } from '#app/shared/vocabulary.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { findAddressChange } from './domain/links/address-change.server.ts'
import { personalPath } from './domain/links/personal-link.server.ts'
import { proveAddress } from './domain/links/prove-address.server.ts'

export const meta: MetaFunction = () => [
  { title: m['registration.proof.title']() },
  { name: 'robots', content: 'noindex' },
]

/** Only shows a button: mail scanners open every link, and prove nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const { found } = await openedProof(request, params)
  const shown = found && {
    email: found.isOpen ? found.email : null,
    event: {
      title: found.title,
      accent: found.accent,
      slug: found.slug,
      isPublic: found.publishedAt !== null,
    },
  }
  return data({ token, shown }, { status: found?.isOpen ? 200 : 410 })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx } = await openedProof(request, params)
  try {
    const { tokenSalt } = await proveAddress(ctx, params.token ?? '')
    return redirect(personalPath(tokenSalt), 303)
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'state') throw error
    return data({ refused: error.code }, { status: error.code === 'address-link-gone' ? 410 : 409 })
  }
}

/** The language of the registration, or the one asked for. */
async function openedProof(request: Request, params: LoaderFunctionArgs['params']) {
  const ctx = await visitorContext(request, params)
  const found = await findAddressChange(ctx, params.token ?? '')
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLocale(asked)) answerIn(asked)
  else if (found) answerIn(found.locale)
  return { ctx, found }
}

export default function AddressProof() {
  const { token, shown } = useLoaderData<typeof loader>()
  const refused = useActionData<{ refused: RefusalCode }>()?.refused
  const path = `/registrations/${token}/address-proof`
  const isTaken = refused === 'address-registered'
  if (!shown) {
    return (
      <PublicPage languages={{ vi: `${path}?lang=vi`, en: `${path}?lang=en` }}>
        <div className="narrow stack loose">
          <h1 className="title-l">{m['registration.proof.gone']()}</h1>
          <p className="lede">{m['registration.proof.gone-lead']()}</p>
          <p>
            <ButtonLink href={publicPath.home(getLocale())} variant="quiet">
              {m['public.nav.home']()}
            </ButtonLink>
          </p>
        </div>
      </PublicPage>
    )
  }
  const { email, event } = shown
  return (
    <PersonalFrame event={event}>
      <PersonalPage event={event} title={m['registration.proof.title']()}>
        {email && !refused ? (
          <>
            <p className="lede">{m['registration.proof.lead']({ email })}</p>
            <p>{m['registration.proof.meaning']()}</p>
            <Form method="post">
              <Button>{m['registration.proof.confirm']()}</Button>
            </Form>
            <p className="small soft">{m['registration.proof.not-you']()}</p>
          </>
        ) : (
          <>
            <h2 className="title-m">
              {isTaken ? m['registration.proof.taken']() : m['registration.proof.gone']()}
            </h2>
            <p>{isTaken ? m['registration.proof.taken-lead']() : m['registration.proof.gone-lead']()}</p>
            {event.isPublic && <WayOn event={event} />}
          </>
        )}
      </PersonalPage>
    </PersonalFrame>
  )
}

function WayOn({ event }: { event: { slug: string; title: TranslatedText } }) {
  const locale = getLocale()
  return (
    <div className="cluster">
      <ButtonLink href={publicPath.find(locale, event.slug)}>{m['registration.find.title']()}</ButtonLink>
      <ButtonLink href={publicPath.event(locale, event.slug)} variant="plain">
        {m['registration.page.event']()}
      </ButtonLink>
    </div>
  )
}
