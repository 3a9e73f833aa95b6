/** A question of the page with its answer in words; the figures behind it follow. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export function Question({
  title,
  answer,
  children,
}: {
  title: string;
  answer: ComponentChildren;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="question" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="answer">{answer}</p>
      {children}
    </section>
  );
}
