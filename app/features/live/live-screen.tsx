import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { inLanguage, publicPath } from '#app/shared/pages/public-paths.ts'
import { accentOf } from '#app/ui/shell/page-shell.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { ScreenView } from './screen-view.server.ts'

type Props = { view: ScreenView; screen: 'display' | 'clock'; children: ReactNode }

/** The frame of a screen: what it shows is made anew when something happens; the ways to other rooms stand below. */
export function LiveScreen({ view, screen, children }: Props) {
  const { event, path, locale, rooms, room } = view
  const other = locale === 'vi' ? 'en' : 'vi'
  const pathOf = (id: string | null) => {
    if (id === null) return publicPath[screen === 'clock' ? 'liveClock' : 'live'](locale, event.slug)
    return publicPath[screen === 'clock' ? 'liveRoomClock' : 'liveRoom'](locale, event.slug, id)
  }
  return (
    <div className={`live-screen live-screen-${screen}`} style={accentOf(event.accent)}>
      <main data-live={event.slug} data-live-revision={view.revision} data-live-until={view.until ?? ''}>
        {children}
      </main>
      <p
        className="live-lost"
        role="status"
        hidden
        data-zone={event.timeZone}
        data-live-lost={m['live.screen.lost']({ time: '{time}', other: '{other}' })}
      />
      <noscript>
        <meta httpEquiv="refresh" content="20" />
      </noscript>
      <footer className="live-foot small">
        <a href={publicPath.agenda(locale, event.slug)}>{m['public.agenda.title']()}</a>
        <a href={inLanguage(path, other)} lang={other}>
          {other === 'vi' ? 'Tiếng Việt' : 'English'}
        </a>
        {rooms.length > 1 &&
          [null, ...rooms].map((one) => (
            <a
              key={one?.id ?? 'all'}
              href={pathOf(one?.id ?? null)}
              aria-current={(one?.id ?? null) === (room?.id ?? null) ? 'page' : undefined}
            >
              {one ? <Translated value={one.name} /> : m['live.screen.all-rooms']()}
            </a>
          ))}
      </footer>
      <script src="/live.js" defer />
    </div>
  )
}
