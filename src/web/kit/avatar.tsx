/** A person as initials. The name stands beside it, so it is silent for screen readers. */

/** "Ana María Soto" → "AS"; an empty name gives nothing. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => /./u.exec(word ?? '')?.[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

export function Avatar({ name, size = 28 }: { name: string; size?: number }) {
  return (
    <span
      class="avatar"
      aria-hidden="true"
      style={{ width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.39}px` }}
    >
      {initials(name)}
    </span>
  );
}
