import { Form } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

type Props = { page: string; isArchived: boolean; isUsed: boolean }

/** A link that is no longer wanted in the list: put away, since it may be on paper, or deleted when nobody ever had it. */
export function PutAway({ page, isArchived, isUsed }: Props) {
  return (
    <section className="stack tight start">
      <div className="cluster">
        <Form method="post" action={`${page}/${isArchived ? 'restoration' : 'archiving'}`}>
          <Button variant="quiet">
            {isArchived ? m['links.desk.restore']() : m['links.desk.archive']()}
          </Button>
        </Form>
        {!isUsed && (
          <Form method="post" action={`${page}/removal`}>
            <Button variant="quiet">{m['links.desk.remove']()}</Button>
          </Form>
        )}
      </div>
      <p className="small soft measure">
        {isUsed ? m['links.desk.archive-hint']() : m['links.desk.remove-hint']()}
      </p>
    </section>
  )
}
