import { m } from '#app/paraglide/messages.js'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'

export type AgendaTab = 'agenda' | 'list' | 'rooms' | 'interpretation' | 'clashes' | 'publication' | 'import'

const tabs: Record<AgendaTab, { path: string; label: () => string }> = {
  agenda: { path: '', label: () => m['editor.tab.grid']() },
  list: { path: '/list', label: () => m['editor.tab.list']() },
  rooms: { path: '/rooms', label: () => m['editor.tab.rooms']() },
  interpretation: { path: '/interpretation', label: () => m['interpretation.page.title']() },
  clashes: { path: '/clashes', label: () => m['agenda.desk.tab-clashes']() },
  publication: { path: '/publication', label: () => m['editor.tab.publication']() },
  import: { path: '/import', label: () => m['editor.tab.import']() },
}

/** The ways between the parts of an event's agenda; `event` is its slug. A single session belongs to no tab. */
export function AgendaTabs({ event, current }: { event: string; current: AgendaTab | 'sessions' }) {
  const home = `/organize/events/${event}/agenda`
  const items = Object.entries(tabs).map(([name, { path, label }]) => ({
    href: home + path,
    label: label(),
    current: name === current,
  }))
  return <TabsNav label={m['editor.tab.label']()} items={items} />
}
