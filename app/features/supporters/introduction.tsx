import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { countryName } from '#app/shared/i18n/country-name.ts'
import { formatDay } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { answeredIntroduction } from './answered-introduction.server.ts'
import { initiativeOf } from './domain/initiative-of.server.ts'
import { findIntroduction, type Shared } from './domain/introductions/introductions.server.ts'
import { readIntroductionToken, supportingToken } from './domain/supporter-links.server.ts'
import { introductionPath, supportingPath } from './domain/supporter-paths.ts'
import { findSupporter } from './domain/supporter-row.server.ts'
import { kindLabels } from './kind-labels.ts'
import { answerSupporter } from './own-page.server.ts'
import { GoneSupporter, SupporterFrame } from './supporter-frame.tsx'

const home = 'Asia/Ho_Chi_Minh'

export const meta: MetaFunction = () => [{ title: m['supporters.introduction.head']() }]

/** Whom one would meet and what they would read: a mail opens it, and only a button says yes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = params.token ?? ''
  const named = readIntroductionToken(token)
  const supporter = named && (await findSupporter(named.supporterId))
  answerSupporter(request, supporter?.locale ?? null)
  const { locale, now } = await visitorContext(request, params)
  const found = named && (await findIntroduction(named.introductionId, named.supporterId))
  if (!found || !supporter) return data(null, { status: 410 })
  const { words, expiresAt, isMade, answer, own, other } = found
  const shown = ({ name, body, kind, country, offers, seeks }: Shared) => {
    return { name, body, kind, country: countryName(country, locale), offers, seeks }
  }
  return data({
    path: introductionPath(token),
    back: supportingPath(supportingToken(supporter.id)),
    initiative: await initiativeOf(found.initiativeId),
    words,
    expiresAt,
    isMade,
    isOver: !isMade && expiresAt <= now,
    answer,
    own: shown(own),
    other: shown(other),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  return answeredIntroduction(request, params, true)
}

export default function IntroductionPage() {
  const shown = useLoaderData<typeof loader>()
  if (!shown) return <GoneSupporter />
  const { path, back, initiative, words, expiresAt, isMade, isOver, answer, own, other } = shown
  const locale = getLocale()
  const name = other.body || other.name
  return (
    <SupporterFrame initiative={initiative} title={m['supporters.introduction.title']({ other: name })}>
      {isMade && (
        <Notice tone="success" title={m['supporters.introduction.is-made']()}>
          <p>{m['supporters.introduction.made-lede']()}</p>
        </Notice>
      )}
      {isOver && <Notice title={m['supporters.introduction.is-over']()} />}
      {!isMade && !isOver && answer !== 'open' && (
        <Notice
          tone={answer === 'agreed' ? 'success' : 'info'}
          title={
            answer === 'agreed'
              ? m['supporters.introduction.is-agreed']()
              : m['supporters.introduction.is-refused']()
          }
        >
          {answer === 'agreed' && <p>{m['supporters.introduction.agreed-lede']()}</p>}
        </Notice>
      )}
      {words !== '' && (
        <figure className="stack tight">
          <figcaption className="small soft">{m['supporters.introduction.words']()}</figcaption>
          <blockquote>{words}</blockquote>
        </figure>
      )}
      <Card title={m['supporters.introduction.other']()} card={other} />
      <Card title={m['supporters.introduction.own-card']()} card={own} />
      {!isMade && !isOver && (
        <section className="stack snug">
          <p>{m['supporters.introduction.lede']({ day: formatDay(expiresAt, home, locale) })}</p>
          <div className="cluster">
            {answer !== 'agreed' && (
              <form method="post" action={path}>
                <Button>{m['supporters.introduction.agree']()}</Button>
              </form>
            )}
            {answer !== 'refused' && (
              <form method="post" action={`${path}/refusal`}>
                <Button variant="quiet">{m['supporters.introduction.refuse']()}</Button>
              </form>
            )}
          </div>
          <p className="small soft">{m['supporters.introduction.silent']()}</p>
        </section>
      )}
      <p>
        <ButtonLink href={back} variant="plain">
          {m['supporters.own.title']()}
        </ButtonLink>
      </p>
    </SupporterFrame>
  )
}

type CardShown = Omit<Shared, 'id'>

function Card({ title, card }: { title: string; card: CardShown }) {
  const { name, body, kind, country, offers, seeks } = card
  return (
    <section className="stack snug">
      <h2 className="title-m">{title}</h2>
      <DescriptionList
        entries={[
          { term: m['supporters.form.body-short'](), value: body },
          { term: m['supporters.form.name'](), value: <PersonName name={name} /> },
          { term: m['supporters.form.kind'](), value: kindLabels[kind]() },
          { term: m['supporters.form.country'](), value: country },
          { term: m['supporters.form.offers'](), value: offers },
          { term: m['supporters.form.seeks'](), value: seeks },
        ]}
      />
    </section>
  )
}
