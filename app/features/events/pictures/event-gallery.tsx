import type { RecapPicture } from '#app/features/recap/domain/recap-content.ts'
import { RecapFigure } from '#app/features/recap/recap-sections.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'

/** Pictures of an event on its own page, each leading to its large one. */
export function EventGallery({ pictures }: { pictures: readonly RecapPicture[] }) {
  return (
    <section className="chapter" aria-labelledby="gallery">
      <h2 id="gallery">{m['pictures.gallery.title']()}</h2>
      <div className="recap-gallery">
        {pictures.map((picture) => (
          <RecapFigure
            key={picture.id}
            picture={picture}
            locale={getLocale()}
            sizes="(min-width: 60rem) 17rem, 100vw"
          />
        ))}
      </div>
    </section>
  )
}
