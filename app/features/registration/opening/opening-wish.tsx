import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { PersonalFrame, PersonalPage } from '#app/public/personal-frame.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { answerIn } from '#app/shared/http/request-store.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { isLocale } from '#app/shared/vocabulary.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import {
  confirmOpeningWish,
  findOpeningWish,
  forgetOpeningWish,
} from '../domain/opening/opening-wishes.server.ts'
import { wishSchema } from './opening.schema.ts'

export const meta: MetaFunction = () => [
  { title: m['registration.opening.title']() },
  { name: 'robots', content: 'noindex' },
]

/** Only shows buttons: mail scanners open every link, and confirm nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const found = await opened(request, params)
  const shown = found && {
    email: found.wish.email,
    isConfirmed: found.wish.confirmedAt !== null,
    event: { title: found.event.title, accent: found.event.accent, slug: found.event.slug },
  }
  return data({ token, shown }, { status: shown ? 200 : 410 })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const token = params.token ?? ''
  await opened(request, params)
  const form = await readForm(request, wishSchema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  if (form.data.wish === 'no') await forgetOpeningWish(token)
  else {
    try {
      await confirmOpeningWish(ctx, token)
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'state') throw error
      return data({ refused: error.code }, { status: 410 })
    }
  }
  return redirect(`/openings/${token}`, 303)
}

/** In the language of the wish, or the one asked for. */
async function opened(request: Request, params: LoaderFunctionArgs['params']) {
  const ctx = await visitorContext(request, params)
  const found = await findOpeningWish(ctx, params.token ?? '')
  const asked = new URL(request.url).searchParams.get('lang')
  if (isLocale(asked)) answerIn(asked)
  else if (found) answerIn(found.wish.locale)
  return found
}

export default function OpeningWish() {
  const { token, shown } = useLoaderData<typeof loader>()
  const path = `/openings/${token}`
  const locale = getLocale()
  if (!shown) {
    return (
      <PublicPage languages={{ vi: `${path}?lang=vi`, en: `${path}?lang=en` }}>
        <div className="narrow stack loose">
          <h1 className="title-l">{m['registration.opening.gone']()}</h1>
          <p className="lede">{m['registration.opening.gone-lead']()}</p>
          <p>
            <ButtonLink href={publicPath.home(locale)} variant="quiet">
              {m['public.nav.home']()}
            </ButtonLink>
          </p>
        </div>
      </PublicPage>
    )
  }
  const { email, isConfirmed, event } = shown
  return (
    <PersonalFrame event={event}>
      <PersonalPage event={event} title={m['registration.opening.title']()}>
        <p className="lede">
          {isConfirmed
            ? m['registration.opening.confirmed']({ email })
            : m['registration.opening.confirm-lead']({ email })}
        </p>
        <form method="post" className="cluster">
          {!isConfirmed && (
            <Button name="wish" value="yes">
              {m['registration.opening.confirm']()}
            </Button>
          )}
          <Button variant="plain" name="wish" value="no">
            {m['registration.opening.forget']()}
          </Button>
        </form>
        <p>
          <ButtonLink href={publicPath.event(locale, event.slug)} variant="quiet">
            {m['registration.page.event']()}
          </ButtonLink>
        </p>
      </PersonalPage>
    </PersonalFrame>
  )
}
