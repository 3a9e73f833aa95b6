/** One icon of the set. With words beside it, it is decoration; alone, it must say its `label`. */

/** `shape` is a whole SVG file as text, from `icons.ts` only: it is trusted and put in as it is. */
export function Icon({ shape, label, size = 18 }: { shape: string; label?: string; size?: number }) {
  const inner = shape.slice(shape.indexOf('>', shape.indexOf('<svg')) + 1, shape.lastIndexOf('</svg>'));
  const name = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      style={{ width: `${size}px`, height: `${size}px` }}
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...name}
      dangerouslySetInnerHTML={{ __html: inner }}
    />
  );
}
