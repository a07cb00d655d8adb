import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from './class-names.ts'

export type ButtonVariant = 'primary' | 'quiet' | 'danger' | 'plain'
type Look = { variant?: ButtonVariant; wide?: boolean }

/** The class of a button, for links that a router draws. */
export function buttonClass({ variant = 'primary', wide = false }: Look = {}, more?: string): string {
  return classNames('button', variant !== 'primary' && `button-${variant}`, wide && 'button-wide', more) ?? ''
}

type ButtonProps = ComponentPropsWithoutRef<'button'> & Look

/** A button that acts; inside a form it submits unless told otherwise. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant, wide, className, type = 'submit', ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      className={buttonClass({ ...(variant && { variant }), ...(wide && { wide }) }, className)}
      {...rest}
    />
  )
})

type ButtonLinkProps = ComponentPropsWithoutRef<'a'> & Look & { href: string }

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, wide, className, children, ...rest }: ButtonLinkProps) {
  return (
    <a className={buttonClass({ ...(variant && { variant }), ...(wide && { wide }) }, className)} {...rest}>
      {children}
    </a>
  )
}
