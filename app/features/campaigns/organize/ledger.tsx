import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import type { LedgerLine } from '../domain/stored-campaigns.server.ts'
import { reasonNames, recipientNames } from './campaign-names.ts'

type Props = { lines: LedgerLine[]; audience: number; address: string }
type Row = LedgerLine & { isSum?: boolean }

/** What became of everybody, with the reason; the lines add up to the audience. */
export function Ledger({ lines, audience, address }: Props) {
  const rows: Row[] = [...lines, { state: 'sent', reason: null, count: audience, isSum: true }]
  const columns: Column<Row>[] = [
    {
      key: 'state',
      header: m['campaigns.ledger.state'](),
      names: true,
      cell: ({ state, isSum }) =>
        isSum ? (
          <strong>{m['campaigns.ledger.audience']()}</strong>
        ) : (
          <a href={`${address}/recipients?state=${state}`}>{recipientNames[state]()}</a>
        ),
    },
    {
      key: 'reason',
      header: m['campaigns.ledger.reason'](),
      cell: ({ reason }) => (reason ? reasonNames[reason]() : ''),
    },
    {
      key: 'count',
      header: m['campaigns.ledger.count'](),
      align: 'end',
      cell: ({ count, isSum }) => {
        const shown = formatCount(count, getLocale())
        return isSum ? <strong>{shown}</strong> : shown
      },
    },
  ]
  return (
    <DataTable
      caption={m['campaigns.ledger.title']()}
      columns={columns}
      rows={rows}
      rowKey={({ state, reason, isSum }) => (isSum ? 'sum' : `${state} ${reason}`)}
    />
  )
}
