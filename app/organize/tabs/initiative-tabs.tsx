import { m } from '#app/paraglide/messages.js'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'

const tabs = {
  about: { path: '', label: m['initiatives.tab.about'] },
  goals: { path: '/goals', label: m['initiatives.tab.goals'] },
  news: { path: '/news', label: m['initiatives.tab.news'] },
  pictures: { path: '/pictures', label: m['initiatives.tab.pictures'] },
  documents: { path: '/documents', label: m['initiatives.tab.documents'] },
  figures: { path: '/figures', label: m['initiatives.tab.figures'] },
  cities: { path: '/cities', label: m['cities.desk.title'] },
  indices: { path: '/indices', label: m['indices.desk.title'] },
  supporters: { path: '/supporters', label: m['supporters.desk.title'] },
  lineage: { path: '/lineage', label: m['initiatives.tab.lineage'] },
  bodies: { path: '/bodies', label: m['initiatives.tab.bodies'] },
  activity: { path: '/activity', label: m['initiatives.tab.activity'] },
} as const
export type InitiativeTab = keyof typeof tabs

/** The ways between the parts of an initiative's desk. */
export function InitiativeTabs({ slug, current }: { slug: string; current: InitiativeTab }) {
  const items = Object.entries(tabs).map(([name, { path, label }]) => ({
    href: `/organize/initiatives/${slug}${path}`,
    label: label(),
    current: name === current,
  }))
  return <TabsNav label={m['initiatives.tab.label']()} items={items} />
}
