import type { UnclearGuest } from '#app/features/registration/organize/guest-import/read-guests.ts'
import { m } from '#app/paraglide/messages.js'
import { DataTable } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import type { Invited } from '../domain/plan-invitations.ts'
import type { LineView } from './guest-lines.ts'

/** What a list would do line by line: who is left out stands first. */
export function LineTable({ lines }: { lines: readonly LineView[] }) {
  const invited = lines.filter(({ what }) => what === 'invited').length
  const left = lines.length - invited
  return (
    <>
      <Notice
        tone={left > 0 ? 'warning' : 'info'}
        title={`${m['quotas.lines.invited']({ count: invited })} · ${m['quotas.lines.left']({ count: left })}`}
      />
      <DataTable
        caption={m['people.import.caption']()}
        captionHidden
        rows={lines}
        rowKey={({ line, email }) => `${line} ${email}`}
        columns={[
          { key: 'line', header: m['people.import.line'](), align: 'end', cell: ({ line }) => line },
          {
            key: 'name',
            header: m['quotas.guests.name'](),
            names: true,
            cell: ({ name, email }) => (name ? <PersonName name={name} /> : email || '—'),
          },
          { key: 'email', header: m['quotas.guests.email'](), cell: ({ email }) => email },
          { key: 'category', header: m['quotas.category'](), cell: ({ category }) => category },
          { key: 'what', header: m['people.import.what'](), cell: (line) => <What line={line} /> },
        ]}
      />
    </>
  )
}

const words: Record<Invited, () => string> = {
  invited: m['quotas.lines.is-invited'],
  full: m['quotas.lines.full'],
  known: m['quotas.lines.known'],
  registered: m['quotas.lines.registered'],
  suppressed: m['quotas.lines.suppressed'],
  elsewhere: m['quotas.lines.elsewhere'],
}

const reasons: Record<Exclude<UnclearGuest, 'answer'>, (line: number) => string> = {
  'no-name': () => m['people.import.why-no-name'](),
  email: () => m['people.import.why-email'](),
  repeated: (line) => m['people.import.why-repeated']({ line }),
  'too-long': () => m['people.import.why-too-long'](),
  unreadable: () => m['people.import.why-unreadable'](),
}

function What({ line }: { line: LineView }) {
  if (line.what === 'unclear') return <StateMark tone="care">{reasons[line.why](line.as)}</StateMark>
  const tone = line.what === 'invited' ? 'good' : line.what === 'full' ? 'bad' : 'plain'
  return <StateMark tone={tone}>{words[line.what]()}</StateMark>
}
