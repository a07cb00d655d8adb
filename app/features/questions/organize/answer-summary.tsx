import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { countAnswers } from '#app/features/questions/domain/answer-counts.server.ts'
import { listEverAsked } from '#app/features/questions/domain/questions.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { type AnswerFigures, answerFigures } from './answer-figures.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['questions.summary.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const [questions, counts] = await Promise.all([listEverAsked(event.id), countAnswers(ctx, event.id)])
  const figures = questions.map((question) => {
    const counted = counts.values.filter(({ code }) => code === question.code)
    return answerFigures(question, counted, counts.answered.get(question.code) ?? 0, ctx.locale)
  })
  return data({ guests: counts.guests, figures: figures.filter(({ answered }) => answered > 0) })
}

/** What all guests answered, in figures without names. */
export default function AnswerSummary() {
  const { slug } = useEventFrame()
  const { guests, figures } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={m['questions.summary.title']()}>
      <p>
        <a className="breadcrumb" href={`/organize/events/${slug}/questions`}>
          {m['questions.desk.title']()}
        </a>
      </p>
      <p className="measure soft">{m['questions.summary.lead']()}</p>
      {figures.length === 0 && <EmptyState title={m['questions.summary.none']()} />}
      {figures.map((one) => (
        <section key={one.code} className="stack snug measure-wide" aria-labelledby={`figures-${one.code}`}>
          <h2 className="title-m" id={`figures-${one.code}`} lang={one.label.lang}>
            {one.label.text}
          </h2>
          <Figures figures={one} guests={guests} />
        </section>
      ))}
    </DeskPage>
  )
}

function Figures({
  figures: { label, answered, rows, few, sum },
  guests,
}: {
  figures: AnswerFigures
  guests: number
}) {
  const locale = getLocale()
  const told = { answered: formatCount(answered, locale), guests: formatCount(guests, locale) }
  return (
    <>
      <p className="soft">
        {m['questions.summary.answered'](told)}
        {sum !== null && ` ${m['questions.summary.sum']({ sum: new Intl.NumberFormat(locale).format(sum) })}`}
      </p>
      {rows.length > 0 && (
        <DataTable
          caption={label.text}
          captionHidden
          columns={columns()}
          rows={rows}
          rowKey={(row) => row.label}
        />
      )}
      {few.length > 0 && (
        <p className="soft">
          {m['questions.summary.few']({ answers: new Intl.ListFormat(locale).format(few) })}
        </p>
      )}
    </>
  )
}

function columns(): Column<AnswerFigures['rows'][number]>[] {
  const locale = getLocale()
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return [
    { key: 'label', header: m['questions.summary.answer'](), names: true, cell: (row) => row.label },
    { key: 'bar', header: m['questions.summary.bar'](), cell: ({ share }) => <Bar share={share} /> },
    {
      key: 'count',
      header: m['questions.summary.count'](),
      align: 'end',
      cell: ({ count }) => formatCount(count, locale),
    },
    {
      key: 'share',
      header: m['questions.summary.share'](),
      align: 'end',
      cell: ({ share }) => percent.format(share),
    },
  ]
}

/** The share once more, for the eye: the figures stand beside it. */
function Bar({ share }: { share: number }) {
  return (
    <svg className="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect width={100} height={8} fill="var(--rule)" />
      <rect width={share * 100} height={8} fill="var(--accent)" />
    </svg>
  )
}
