import { classNames } from './class-names.ts'

type LogoFile = { id: string; width: number; height: number }
export type Logos = { light: LogoFile | null; dark: LogoFile | null }

const file = ({ id, width }: LogoFile) => `/pictures/${id}/${width}.webp`

/**
 * The sign of a body whose name stands beside it. With one for each ground the reader's own decides; one alone stands on
 * the ground it was made for, on either page.
 */
export function Logo({ logos: { light, dark } }: { logos: Logos }) {
  const usual = light ?? dark
  if (!usual) return null
  const alone = light && dark ? undefined : light ? 'logo-on-light' : 'logo-on-dark'
  return (
    <span className={classNames('logo', alone)}>
      <picture>
        {light && dark && (
          <source
            media="(prefers-color-scheme: dark)"
            srcSet={file(dark)}
            width={dark.width}
            height={dark.height}
          />
        )}
        <img
          src={file(usual)}
          width={usual.width}
          height={usual.height}
          alt=""
          loading="lazy"
          decoding="async"
        />
      </picture>
    </span>
  )
}
