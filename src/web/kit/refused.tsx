/** Stands in for a page that cannot be shown to this person, or not now. */
export interface RefusedProps {
  readonly title: string;
  readonly words: string;
  /** The page, for coming back to it. */
  readonly page: '/desk' | '/insights' | '/desk/people';
}

export function Refused({ title, words, page }: RefusedProps) {
  return (
    <main class="refused">
      <h1>{title}</h1>
      <p>{words}</p>
      <p class="refused-ways">
        <a class="button button-primary" href={`/sign-in?to=${page}`}>
          Sign in as someone else
        </a>
        <button type="button" class="button" onClick={() => location.reload()}>
          Try again
        </button>
      </p>
    </main>
  );
}
