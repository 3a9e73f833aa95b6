/** What is handed to operators names only what exists: figures, sections of the runbook, files. */
import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { createInstruments } from '../../src/metrics/instruments.js';
import { readFigures } from '../support/figures.js';
import { type ServerProcess, startServer } from '../support/server.js';
import { embedded, type StoreHouse } from '../support/stores.js';
import { at, manifests, names, read, yaml } from './files.js';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}
interface Panel {
  readonly id: number;
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}

const rules = (): readonly Rule[] =>
  (yaml('prometheus/alerts.yaml')[0]?.['groups'] as { rules: readonly Rule[] }[]).flatMap((group) => group.rules);
const panels = (): readonly Panel[] => (JSON.parse(read('grafana', 'warmline.json')) as { panels: Panel[] }).panels;

/** As GitHub makes anchors of headings. */
const anchors = new Set(
  Array.from(read('README.md').matchAll(/^#+ (.+)$/gm), ([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\d _-]/gu, '')
      .replaceAll(' ', '-'),
  ),
);

describe('the files for operators', () => {
  it('can all be parsed', () => {
    for (const name of names.filter((one) => one.endsWith('.yaml'))) expect(yaml(name), name).not.to.deep.equal([]);
    for (const name of names.filter((one) => one.endsWith('.json'))) JSON.parse(read(name));
  });

  it('have a section of the runbook for each alert, and an alert’s words for people', () => {
    for (const { alert, annotations, labels } of rules()) {
      const [file, anchor = ''] = annotations.runbook.split('#');
      expect(file, alert).to.equal('deploy/README.md');
      expect([...anchors], alert).to.include(anchor);
      expect(annotations.summary, alert).to.match(/\.$/);
      expect(labels.severity, alert).to.be.oneOf(['page', 'ticket']);
    }
  });

  it('have every manifest in the list of Kubernetes, and each only names what is there', () => {
    const all = manifests();
    const [kustomization] = all.filter(({ name }) => name === 'kustomization.yaml');
    const listed = kustomization?.document['resources'] as string[];
    const others = new Set(all.map(({ name }) => name));
    others.delete('kustomization.yaml');
    expect(listed.toSorted()).to.deep.equal([...others].sort());
    const kinds = all.map(({ document }) => String(document['kind']));
    for (const kind of ['Deployment', 'Service', 'Ingress', 'PodDisruptionBudget', 'HorizontalPodAutoscaler'])
      expect(kinds).to.include(kind);
    const text = read('kubernetes', 'deployment.yaml');
    expect(text)
      .to.match(/readOnlyRootFilesystem: true/)
      .and.match(/runAsNonRoot: true/);
    expect(text.match(/path: (\S+),/g)).to.deep.equal([
      'path: /health/ready,',
      'path: /health/ready,',
      'path: /health/live,',
    ]);
  });

  it('are named in the runbook’s list, and are there', () => {
    for (const name of [
      'Containerfile',
      'compose.yaml',
      'proxy',
      'kubernetes',
      'azure',
      'teams',
      'prometheus',
      'grafana',
    ]) {
      expect(read('README.md')).to.contain(`\`${name}\``);
      expect(existsSync(at(name)), name).to.equal(true);
    }
  });
});

describe('dashboard and alerts', function () {
  this.timeout(60_000);
  let house: StoreHouse;
  let server: ServerProcess;
  let measured: ReadonlySet<string>;
  before(async () => {
    house = await embedded.start();
    server = await startServer(house.env);
    measured = (await readFigures(server.url)).names;
  });
  after(async () => {
    await server.stop();
    await house.close();
  });

  const figuresIn = (expr: string) => expr.match(/\b(?:warmline|nodejs|process)_\w+/g) ?? [];
  const isMeasured = (name: string) => measured.has(name) || measured.has(name.replace(/_(bucket|count|sum)$/, ''));

  it('read only figures that are measured', () => {
    const used = [
      ...rules().map(({ expr }) => expr),
      ...panels().flatMap(({ targets }) => targets.map((one) => one.expr)),
    ];
    expect(used.flatMap(figuresIn).filter((name) => !isMeasured(name))).to.deep.equal([]);
    expect(isMeasured('warmline_not_measured')).to.equal(false);
  });

  it('choose and group by labels that their figures have', () => {
    const labels = new Map(
      createInstruments()
        .registry.getMetricsAsArray()
        .map((metric) => [metric.name, (metric as unknown as { labelNames: readonly string[] }).labelNames]),
    );
    const given = ['job', 'instance', 'le']; // by Prometheus, and of every histogram
    const strange = (expr: string) => {
      const known = figuresIn(expr).flatMap((name) => labels.get(name.replace(/_(bucket|count|sum)$/, '')) ?? []);
      const chosen = Array.from(expr.matchAll(/\b([a-z_]{1,30})(?:=~|!~|!=|=)"/g), ([, label = '']) => label);
      const grouped = Array.from(expr.matchAll(/\b(?:by|without|on)\s*\(([^)]*)\)/g), ([, list = '']) =>
        list.split(','),
      );
      const used = [...chosen, ...grouped.flat().map((label) => label.trim())].filter((label) => label !== '');
      return used.filter((label) => !known.includes(label) && !given.includes(label));
    };
    const all = [...rules(), ...panels().flatMap(({ targets }) => targets)].map(({ expr }) => expr);
    expect(all.flatMap(strange)).to.deep.equal([]);
    expect(strange('sum by (queue, when) (warmline_waiting{why="x"})')).to.deep.equal(['why', 'when']);
  });

  it('show everything of ours that is measured', () => {
    const shown = new Set(panels().flatMap(({ targets }) => targets.flatMap((one) => figuresIn(one.expr))));
    const own = [...measured].filter((name) => name.startsWith('warmline_'));
    const base = [...shown].map((name) => name.replace(/_(bucket|count|sum)$/, ''));
    const alerted = rules().flatMap(({ expr }) => figuresIn(expr));
    expect(own.filter((name) => !base.includes(name) && !alerted.includes(name))).to.deep.equal([]);
  });

  it('have one id for each panel', () => {
    const ids = panels().map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
