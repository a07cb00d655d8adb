import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FaultList } from '#app/organize/fault-list.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { FormErrors } from '#app/shared/forms/form-values.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { InitiativeDeskView } from '../initiative-desk.server.ts'
import { InitiativeFrame } from '../initiative-frame.tsx'

const words = {
  goals: {
    title: m['initiatives.tab.goals'],
    none: m['initiatives.desk.no-goals'],
    add: m['initiatives.desk.add-goals'],
  },
  news: {
    title: m['initiatives.tab.news'],
    none: m['initiatives.desk.no-news'],
    add: m['initiatives.desk.add-news'],
  },
  figures: {
    title: m['initiatives.tab.figures'],
    none: m['initiatives.desk.no-figures'],
    add: m['initiatives.desk.add-figures'],
  },
}

type Named = { id: string; called: TranslatedText }
type Props<Row extends Named> = {
  desk: InitiativeDeskView
  kind: keyof typeof words
  rows: Row[]
  /** What stands between a row's name and the button that removes it. */
  columns: Column<Row>[]
  refused: { errors: FormErrors } | undefined
  /** The fields of a new one. */
  children: ReactNode
}

/** The goals, the news or the figures of an initiative, and the form for a new one. */
export function PartList<Row extends Named>({ desk, kind, rows, columns, refused, children }: Props<Row>) {
  const { title, none, add } = words[kind]
  const page = `/organize/initiatives/${desk.slug}/${kind}`
  return (
    <InitiativeFrame desk={desk} current={kind} title={title()}>
      {rows.length === 0 ? (
        <EmptyState title={none()} />
      ) : (
        <DataTable
          caption={title()}
          captionHidden
          columns={[nameColumn<Row>(page), ...columns, removalColumn<Row>(page)]}
          rows={rows}
          rowKey={({ id }) => id}
        />
      )}
      <details id="add" open={Boolean(refused) || rows.length === 0}>
        <summary>{add()}</summary>
        <Form method="post" noValidate className="form">
          <FaultList errors={refused?.errors} />
          {children}
          <p>
            <Button>{add()}</Button>
          </p>
        </Form>
      </details>
    </InitiativeFrame>
  )
}

function nameColumn<Row extends Named>(page: string): Column<Row> {
  return {
    key: 'name',
    header: m['initiatives.desk.name'](),
    names: true,
    cell: ({ id, called }) => (
      <a href={`${page}/${id}`}>
        <Translated value={called} />
      </a>
    ),
  }
}

function removalColumn<Row extends Named>(page: string): Column<Row> {
  return {
    key: 'removal',
    header: m['initiatives.desk.remove'](),
    actions: true,
    cell: ({ id, called }) => (
      <form method="post" action={`${page}/${id}/removal`}>
        <Button
          variant="plain"
          aria-label={m['initiatives.desk.remove-name']({ name: textIn(called, getLocale()) })}
        >
          {m['initiatives.desk.remove']()}
        </Button>
      </form>
    ),
  }
}
