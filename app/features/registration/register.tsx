import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { getPublicEvent } from '#app/features/events/domain/events.server.ts'
import { linkCodeIn, sourceWord } from '#app/features/links/domain/link-code.ts'
import { joinOffered, listOffered } from '#app/features/lists/domain/offered-lists.server.ts'
import { askingView, readAnswers, withAnswers } from '#app/features/questions/asked-form.server.ts'
import { answersToStore, type Posted, postedAnswers } from '#app/features/questions/domain/parse-answers.ts'
import { listQuestions, listQuestionsAt } from '#app/features/questions/domain/questions.server.ts'
import { isAsking, securityListOf } from '#app/features/security/domain/security-list.ts'
import { SecurityTold } from '#app/features/security/security-told.tsx'
import { m } from '#app/paraglide/messages.js'
import { RegisteredHere } from '#app/public/registered-here.tsx'
import { postedFields, readFields, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { cachedPage } from '#app/shared/pages/cached-page.server.ts'
import { pageTag } from '#app/shared/pages/page-changes.server.ts'
import { pageHead } from '#app/shared/pages/page-head.server.ts'
import { headTags } from '#app/shared/pages/page-head.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { clockPlace, formatDateTime } from '#app/shared/time/format.ts'
import { type EntryTerms, isLocale } from '#app/shared/vocabulary.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PublicPage } from '#app/ui/shell/page-shell.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { categoryChoice } from './category-choice.tsx'
import { ConsentHint, consentText } from './consent-text.tsx'
import { receiveNewcomersFiles } from './domain/answering/receive-newcomers-files.server.ts'
import { listGuestCategories } from './domain/categories.server.ts'
import { registerAttendee } from './domain/lifecycle/register-attendee.server.ts'
import { personalPath } from './domain/links/personal-link.server.ts'
import { windowState } from './domain/seats/admission.ts'
import { registrationSchema } from './registration.schema.ts'
import { type RefusedAsking, RegistrationForm } from './registration-form.tsx'

export const handle = { holdsForm: true }
export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const event = await getPublicEvent(params.event ?? '')
  const { slug, title, startsAt, endsAt, timeZone, accent, registrationOpensAt } = event
  const { hosts, contactEmail, retainUntil, entry, ticketsUrl } = event
  const [categories, lists, questions] = await Promise.all([
    listGuestCategories(event.id),
    listOffered(event.id),
    listQuestions(event.id),
  ])
  const only = categories.length === 1 ? (categories[0]?.code ?? '') : ''
  const name = textIn(title, ctx.locale)
  const list = securityListOf(event)
  const page = {
    head: pageHead({
      locale: ctx.locale,
      path: publicPath.register(ctx.locale, slug),
      title: m['registration.form.page-title']({ event: name }),
      description: m['registration.form.lead'](),
      image: { path: publicPath.socialImage(ctx.locale, slug), alt: name },
    }),
    locale: ctx.locale,
    city: clockPlace(textIn(event.venue?.city, ctx.locale), timeZone, ctx.locale),
    asked: { slug, hosts, contactEmail, retainUntil, timeZone },
    event: {
      id: event.id,
      slug,
      title,
      startsAt,
      endsAt,
      timeZone,
      accent,
      registrationOpensAt,
      entry,
      ticketsUrl,
    },
    window: categories.length > 0 ? windowState(event, ctx.now) : ('none' as const),
    categories: categories.map((category) => categoryChoice(category, event)),
    lists,
    security: isAsking(list, ctx.now) ? list : null,
    asking: askingView(questions, { guest: { category: only, language: ctx.locale }, moments: atOnce }),
  }
  const { registrationClosesAt } = event
  // What it shows depends on nobody who asks: hundreds open it in the minute in which it is announced.
  return cachedPage(
    page,
    {
      tags: [pageTag.event(event.id), pageTag.seats(event.id)],
      changesAt: [registrationOpensAt, registrationClosesAt, startsAt, endsAt, list?.purgesAt ?? null],
    },
    ctx.now,
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await visitorContext(request, params)
  const fields = await postedFields(request)
  const form = readFields(fields, registrationSchema)
  const questions = await listQuestionsAt(params.event ?? '')
  const language = fields.get('language')
  const guest = {
    category: String(fields.get('category') ?? ''),
    language: isLocale(language) ? language : ctx.locale,
  }
  const asking = { guest, moments: atOnce }
  const read = (posted: Posted) => readAnswers(posted, questions, asking)
  let given = read(postedAnswers(fields))
  try {
    given = read(await receiveNewcomersFiles(ctx, params.event ?? '', fields, { ...asking, questions }))
  } catch (error) {
    const typed = withAnswers({ values: form.values }, given)
    return refuseAt(error, typed, {}, { otherwise: 'form', extra: { asked: given.parsed.asked } })
  }
  const shown = withAnswers(form.ok ? { values: form.values } : form, given)
  const extra = { asked: given.parsed.asked }
  if (!form.ok || !given.isWhole) return refuse(shown, extra)
  try {
    const via = new URL(request.url).searchParams.get(sourceWord) ?? ''
    const answers = answersToStore(questions, given.parsed, { guest, moments: atOnce, at: ctx.now })
    const outcome = await registerAttendee(
      ctx,
      params.event ?? '',
      { ...form.data, answers },
      linkCodeIn(via),
    )
    const { email, name, language = ctx.locale, lists } = form.data
    await joinOffered(ctx, params.event ?? '', { email, name, language, consents: lists })
    if (outcome.kind === 'registered') return redirect(personalPath(outcome.tokenSalt), 303)
    const why = outcome.kind === 'address-asked' ? 'asked&' : ''
    return redirect(`/registrations/mailed?${why}lang=${form.data.language ?? ctx.locale}`, 303)
  } catch (error) {
    return refuseAt(error, shown, fieldOf, { otherwise: 'form', extra })
  }
}

/** What is asked in this form. */
const atOnce = ['registration'] as const

const fieldOf = {
  'domain-not-allowed': 'email',
  'code-wrong': 'code',
  'codes-tried': 'code',
  'category-missing': 'category',
  'companions-too-many': 'companions',
}

export default function Register() {
  const { asked, event, city, window, categories, lists, asking, security, locale } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as RefusedAsking | undefined
  const languages = { vi: publicPath.register('vi', event.slug), en: publicPath.register('en', event.slug) }
  return (
    <PublicPage languages={languages} accent={event.accent}>
      <div className="narrow stack loose">
        <header className="stack snug">
          <p>
            <a className="breadcrumb" href={publicPath.event(locale, event.slug)}>
              <Translated value={event.title} as="span" />
            </a>
          </p>
          <h1 className="title-l">{m['registration.form.title']()}</h1>
          <TimeRange start={event.startsAt} end={event.endsAt} zone={event.timeZone} place={city} />
        </header>
        <RegisteredHere event={event} />
        {window === 'open' ? (
          <>
            <p className="lede">{m['registration.form.lead']()}</p>
            <EntryTold entry={event.entry} ticketsUrl={event.ticketsUrl} />
            {security && <SecurityTold list={security} timeZone={event.timeZone} city={city} />}
            <RegistrationForm
              categories={categories}
              lists={lists}
              asking={asking}
              locale={locale}
              refused={refused}
              consent={consentText(asked, locale)}
              consentHint={<ConsentHint event={asked} locale={locale} />}
            />
            <p className="small">
              <a href={publicPath.find(locale, event.slug)}>{m['registration.find.title']()}</a>
            </p>
          </>
        ) : (
          <Notice title={windowText(window, event.registrationOpensAt, event.timeZone, locale, city)}>
            <p className="cluster">
              {window === 'not-yet' && (
                <ButtonLink href={publicPath.opening(locale, event.slug)}>
                  {m['registration.opening.title']()}
                </ButtonLink>
              )}
              <ButtonLink href={publicPath.event(locale, event.slug)} variant="quiet">
                {m['registration.window.back']()}
              </ButtonLink>
            </p>
          </Notice>
        )}
      </div>
    </PublicPage>
  )
}

const entryTexts: Record<EntryTerms, () => string> = {
  free: m['registration.entry.free'],
  priced: m['registration.entry.priced'],
  invitation: m['registration.entry.invitation'],
}

/** On what terms one comes in, where the hosts say it: whoever needs a ticket must not think that this is one. */
function EntryTold({ entry, ticketsUrl }: { entry: EntryTerms | null; ticketsUrl: string | null }) {
  if (!entry) return null
  return (
    <p>
      {entryTexts[entry]()}{' '}
      {ticketsUrl && (
        <a href={ticketsUrl} rel="noopener">
          {m['public.entry.tickets']({ site: new URL(ticketsUrl).hostname })}
        </a>
      )}
    </p>
  )
}

const closedTexts = {
  closed: m['registration.window.closed'],
  past: m['registration.window.past'],
  cancelled: m['registration.window.cancelled'],
  none: m['registration.window.none'],
}

function windowText(
  window: 'not-yet' | 'closed' | 'past' | 'cancelled' | 'none',
  opensAt: Date | null,
  zone: string,
  locale: 'vi' | 'en',
  city: string,
): string {
  if (window !== 'not-yet') return closedTexts[window]()
  const when = opensAt ? formatDateTime(opensAt, zone, locale, city) : ''
  return m['registration.window.not-yet']({ when })
}
