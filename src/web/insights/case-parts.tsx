/** What lists of cases share: the effort as a number with its bar, and the link that opens a case. */
import type { Page } from './page.js';
import type { EpisodeRow } from './types.js';
import { bandName, effortBand } from './words.js';

export function EffortMark({ effort }: { effort: number }) {
  const band = effortBand(effort);
  return (
    <span class={`effort effort-${band} figures`} title={`Effort ${effort} of 100, ${bandName(band)}`}>
      <span class="effort-bar" aria-hidden="true">
        <span style={{ width: `${effort}%` }} />
      </span>
      <span class="sr-only">Effort </span>
      {effort}
      <span class="sr-only"> of 100, {bandName(band)}</span>
    </span>
  );
}

export function CaseLink({ page, row }: { page: Page; row: Pick<EpisodeRow, 'id' | 'customer'> }) {
  return (
    <a
      href={page.caseLink(row.id)}
      class="case-link"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        page.openCase(row.id);
      }}
    >
      {row.customer}
    </a>
  );
}
