import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

type Props = { path: string; logo: { width: number; height: number; isShown: boolean } }

/** A body's sign as it came, and whether readers may see it: somebody looks first. */
export function LogoDesk({ path, logo }: Props) {
  return (
    <section className="stack snug" aria-labelledby="logo">
      <h2 className="title-m" id="logo">
        {m['supporters.logo.title']()}
      </h2>
      <span className="logo-ground logo">
        <img
          src={`${path}/logo.webp`}
          width={logo.width}
          height={logo.height}
          alt={m['supporters.logo.sent']()}
        />
      </span>
      <p className="soft">
        {logo.isShown ? m['supporters.logo.is-shown']() : m['supporters.logo.is-unseen']()}
      </p>
      <form method="post" action={`${path}/logo`}>
        <Button variant="quiet" name="shown" value={logo.isShown ? '' : 'on'}>
          {logo.isShown ? m['supporters.logo.hide']() : m['supporters.logo.show']()}
        </Button>
      </form>
    </section>
  )
}
