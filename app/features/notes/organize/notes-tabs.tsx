import { m } from '#app/paraglide/messages.js'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'

type NotesTab = 'notes' | 'approvals'

/** The ways between the record's pages; `event` is the slug. */
export function NotesTabs({ event, current }: { event: string; current: NotesTab }) {
  const home = `/organize/events/${event}`
  const items = [
    { name: 'notes', href: `${home}/notes`, label: m['organize.event.notes']() },
    { name: 'approvals', href: `${home}/notes/approvals`, label: m['notes.approvals.title']() },
  ]
  return (
    <TabsNav
      label={m['organize.event.notes']()}
      items={items.map(({ name, ...item }) => ({ ...item, current: name === current }))}
    />
  )
}
