import { m } from '#app/paraglide/messages.js'
import { type PlainTools, plainTools } from '#app/shared/forms/plain-tools.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, TextField } from '#app/ui/fields/field.tsx'

type View = { id: string; name: string; query: string; isOwn: boolean }
type GuestViewsProps = { address: string; views: readonly View[]; query: string; mayManage: boolean }

/** The filters that were saved under a name, and a form that saves the present one. */
export function GuestViews({ address, views, query, mayManage }: GuestViewsProps) {
  if (views.length === 0 && !mayManage) return null
  return (
    <div className="cluster loose">
      {views.length > 0 && (
        <nav className="cluster snug" aria-label={m['registration.views.title']()}>
          {views.map((view) => (
            <a
              key={view.id}
              href={`${address}?${view.query}`}
              aria-current={view.query === query ? 'page' : undefined}
            >
              {view.name}
            </a>
          ))}
        </nav>
      )}
      {mayManage && <ManageViews address={address} views={views} query={query} />}
    </div>
  )
}

/** What a filter is called, and for whom it is; `query` is the filter. */
export function ViewFields({ tools, query }: { tools: PlainTools; query: string }) {
  return (
    <>
      <input type="hidden" name="query" value={query} />
      <TextField
        {...tools.field('name')}
        label={m['registration.views.name']()}
        maxLength={60}
        autoComplete="off"
        required
      />
      <CheckboxField {...tools.choice('shared')} label={m['registration.views.shared']()} />
    </>
  )
}

function ManageViews({ address, views, query }: Omit<GuestViewsProps, 'mayManage'>) {
  return (
    <details>
      <summary>{m['registration.views.manage']()}</summary>
      <form method="post" action={`${address}/views`} className="toolbar">
        <ViewFields tools={plainTools(undefined, {})} query={query} />
        <Button variant="quiet">{m['registration.views.save']()}</Button>
      </form>
      <ul className="stack tight">
        {views.map((view) => (
          <li key={view.id}>
            <form method="post" action={`${address}/views/removal`} className="cluster snug">
              <input type="hidden" name="view" value={view.id} />
              <span>
                {view.name}{' '}
                <span className="soft small">
                  {view.isOwn ? m['registration.views.own']() : m['registration.views.of-all']()}
                </span>
              </span>
              <Button variant="plain">{m['registration.views.remove']()}</Button>
            </form>
          </li>
        ))}
      </ul>
    </details>
  )
}
