import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { type CalendarAnswer, calendarAnswers } from '#app/shared/vocabulary.ts'
import { AnswerMark } from '#app/ui/answer-mark.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'

type Counted = { answer: CalendarAnswer; count: number }
const width = 100

/** How the speakers stand to their invitations: a bar and its figure for each answer, and the way to whom it is of. */
export function SpeakerAnswers({ slug, answers }: { slug: string; answers: readonly Counted[] }) {
  const of = (answer: CalendarAnswer) => answers.find((one) => one.answer === answer)?.count ?? 0
  const rows = calendarAnswers.map((answer) => ({ answer, count: of(answer) }))
  return (
    <DataTable
      caption={m['organize.overview.answers']()}
      captionHidden
      columns={columnsOf(`/organize/events/${slug}/agenda/invitations`, sumOf(rows))}
      rows={rows}
      rowKey={({ answer }) => answer}
    />
  )
}

const sumOf = (rows: readonly Counted[]) => rows.reduce((sum, { count }) => sum + count, 0)
/** As the list of invitations calls them. */
const listed: Record<CalendarAnswer, string> = {
  'needs-action': 'asked',
  accepted: 'accepted',
  tentative: 'tentative',
  declined: 'declined',
}

function columnsOf(address: string, total: number): Column<Counted>[] {
  return [
    {
      key: 'answer',
      header: m['organize.overview.answer'](),
      names: true,
      cell: ({ answer }) => (
        <a href={`${address}?state=${listed[answer]}`}>
          <AnswerMark answer={answer} />
        </a>
      ),
    },
    {
      key: 'count',
      header: m['organize.overview.invitations'](),
      align: 'end',
      cell: ({ count }) => formatCount(count, getLocale()),
    },
    {
      key: 'share',
      header: m['organize.overview.share'](),
      cell: ({ count }) => <Bar share={count / total} />,
    },
  ]
}

function Bar({ share }: { share: number }) {
  return (
    <svg
      viewBox={`0 0 ${width} 8`}
      width={width}
      height={8}
      role="img"
      aria-label={`${Math.round(share * 100)} %`}
    >
      <rect width={width} height={8} fill="var(--rule)" />
      <rect width={share * width} height={8} fill="var(--accent)" />
    </svg>
  )
}
