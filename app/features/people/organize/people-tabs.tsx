import { m } from '#app/paraglide/messages.js'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'

type Props = { event: string; current: 'list' | 'duplicates' | 'import' | null; mayEdit?: boolean }

/** The ways between the parts of an event's people; `event` is its slug. One person belongs to no tab. */
export function PeopleTabs({ event, current, mayEdit = true }: Props) {
  if (!mayEdit) return null
  const home = `/organize/events/${event}/people`
  const items = [
    { href: home, label: m['people.tab.list'](), current: current === 'list' },
    { href: `${home}/duplicates`, label: m['people.tab.duplicates'](), current: current === 'duplicates' },
    { href: `${home}/import`, label: m['people.tab.import'](), current: current === 'import' },
  ]
  return <TabsNav label={m['people.tab.label']()} items={items} />
}
