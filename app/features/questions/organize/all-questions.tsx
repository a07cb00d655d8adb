import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { readyMadeSets } from '#app/features/questions/domain/ready-made.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { questionKinds, questionMoments } from '#app/shared/vocabulary.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { termText } from './condition-choices.ts'
import { momentNames, questionKindNames } from './question-labels.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['questions.desk.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const [questions, categories] = await Promise.all([listQuestions(event.id), categoriesOf(event)])
  const nameOf = (code: string) =>
    textIn(categories.find((one) => one.code === code)?.name, ctx.locale) || code
  return data({
    questions: questions.map(
      ({ code, kind, moment, label, help, choices, texts, isRequired, ...question }) => ({
        code,
        kind,
        moment,
        label: textIn(label, ctx.locale),
        isRequired,
        isStale: [label, help, ...choices.map((one) => one.label), texts.at(-1)?.text].some(isStale),
        categories: question.categories.map(nameOf),
        join: question.condition?.join ?? 'all',
        terms: (question.condition?.terms ?? []).map((term) =>
          termText(term, questions, categories, ctx.locale),
        ),
      }),
    ),
  })
}

/** What the event asks, in the order in which it is asked. */
export default function Questions() {
  const { slug } = useEventFrame()
  const { questions } = useLoaderData<typeof loader>()
  const desk = `/organize/events/${slug}/questions`
  return (
    <DeskPage
      title={m['questions.desk.title']()}
      actions={
        questions.length > 0 && (
          <>
            {questions.some(({ moment }) => moment === 'afterwards') && (
              <ButtonLink href={`${desk}/asking`} variant="quiet">
                {m['questions.ask.title']()}
              </ButtonLink>
            )}
            <ButtonLink href={`${desk}/summary`} variant="quiet">
              {m['questions.summary.title']()}
            </ButtonLink>
            <ButtonLink href={`${desk}/preview`} variant="quiet">
              {m['questions.desk.preview']()}
            </ButtonLink>
          </>
        )
      }
    >
      <p className="measure soft">{m['questions.desk.lead']()}</p>
      {questions.length === 0 && <EmptyState title={m['questions.desk.none']()} />}
      {questionMoments.map((moment) => {
        const rows = questions.filter((one) => one.moment === moment)
        if (rows.length === 0) return null
        return (
          <DataTable
            key={moment}
            caption={momentNames[moment]()}
            columns={columns(desk)}
            rows={rows}
            rowKey={({ code }) => code}
            rowId={({ code }) => `question-${code}`}
          />
        )
      })}
      <section className="stack snug" aria-labelledby="add">
        <h2 className="title-m" id="add">
          {m['questions.desk.add']()}
        </h2>
        <ul className="cluster">
          {questionKinds.map((kind) => (
            <li key={kind}>
              <ButtonLink href={`${desk}/new?kind=${kind}`} variant="quiet">
                {questionKindNames[kind]()}
              </ButtonLink>
            </li>
          ))}
        </ul>
        <p className="soft">{m['questions.desk.ready-made']()}</p>
        <div className="cluster">
          {readyMadeSets.map((set) => (
            <form key={set} method="post" action={`${desk}/ready-made`}>
              <Button variant="quiet" name="set" value={set}>
                {readyMadeNames[set]()}
              </Button>
            </form>
          ))}
        </div>
      </section>
    </DeskPage>
  )
}

const readyMadeNames = {
  diet: m['questions.ready.diet'],
  access: m['questions.ready.access'],
  interpretation: m['questions.ready.interpretation'],
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['questions'][number]

function columns(desk: string): Column<Row>[] {
  return [
    {
      key: 'label',
      header: m['questions.desk.question'](),
      names: true,
      cell: ({ code, label, isRequired, isStale: isOld }) => (
        <>
          <a href={`${desk}/${code}`}>{label}</a> {isRequired && <Badge>{m['shared.form.required']()}</Badge>}{' '}
          {isOld && <Badge>{m['questions.desk.stale']()}</Badge>}
        </>
      ),
    },
    { key: 'kind', header: m['questions.desk.kind'](), cell: ({ kind }) => questionKindNames[kind]() },
    {
      key: 'asked',
      header: m['questions.desk.asked-when'](),
      cell: ({ categories, terms, join }) =>
        [...categories, terms.join(join === 'all' ? ' + ' : ' / ')].filter(Boolean).join(' · ') || '—',
    },
    {
      key: 'order',
      header: m['questions.desk.order'](),
      cell: ({ code, label }) => (
        <form method="post" action={`${desk}/${code}/place`} className="cluster snug">
          <Button
            variant="plain"
            name="to"
            value="up"
            aria-label={m['questions.desk.up']({ question: label })}
          >
            ↑
          </Button>
          <Button
            variant="plain"
            name="to"
            value="down"
            aria-label={m['questions.desk.down']({ question: label })}
          >
            ↓
          </Button>
        </form>
      ),
    },
  ]
}
