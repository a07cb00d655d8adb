import { m } from '#app/paraglide/messages.js'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'

const tabs = {
  members: { path: '/members', label: m['organize.organization.members'] },
  lists: { path: '/lists', label: m['organize.organization.lists'] },
  campaigns: { path: '/campaigns', label: m['organize.organization.campaigns'] },
  suppressions: { path: '/suppressions', label: m['organize.organization.suppressions'] },
} as const
export type OrganizationTab = keyof typeof tabs

/** The ways between the parts of an organization; whoever may open one of them may open all. */
export function OrganizationTabs({ slug, current }: { slug: string; current: OrganizationTab }) {
  const items = Object.entries(tabs).map(([name, { path, label }]) => ({
    href: `/organize/organizations/${slug}${path}`,
    label: label(),
    current: name === current,
  }))
  return <TabsNav label={m['organize.organization.tabs']()} items={items} />
}
