import { m } from '#app/paraglide/messages.js'
import { TabsNav } from '#app/ui/shell/tabs-nav.tsx'

export type CampaignTab = 'overview' | 'message' | 'audience' | 'sending'

const tabs: Record<CampaignTab, { path: string; label: () => string }> = {
  overview: { path: '', label: m['campaigns.tab.overview'] },
  message: { path: '/message', label: m['campaigns.tab.message'] },
  audience: { path: '/audience', label: m['campaigns.tab.audience'] },
  sending: { path: '/sending', label: m['campaigns.tab.sending'] },
}

/** The four sides of a campaign: how it stands, what it says, to whom, and when. */
export function CampaignTabs({ address, current }: { address: string; current: CampaignTab }) {
  const items = Object.entries(tabs).map(([name, { path, label }]) => ({
    href: address + path,
    label: label(),
    current: name === current,
  }))
  return (
    <div className="stack tight">
      <p>
        <a className="breadcrumb" href={address.slice(0, address.lastIndexOf('/'))}>
          {m['campaigns.title']()}
        </a>
      </p>
      <TabsNav label={m['campaigns.tab.label']()} items={items} />
    </div>
  )
}
