/** The law of the house: imports go down the shelves, through a room's index, and never in a circle. */
const shelves = [
  ['base'],
  ['conversation', 'language'],
  ['sentiment', 'faq', 'escalation', 'queue', 'effort', 'redis-embedded'],
  ['bot', 'store', 'http', 'post'],
  ['access', 'channels', 'desk', 'insights', 'metrics', 'tracing'],
  [
    ...['cli', 'app.ts', 'content.ts', 'health.ts', 'knowledge.ts', 'study.ts', 'learn.ts', 'main.ts'],
    ...['port.ts', 'team.ts', 'warmline.ts'],
  ],
];
const path = (rooms) => `^src/(${rooms.join('|').replaceAll('.', '[.]')})(/|$)`;
const downOnly = shelves.slice(0, -1).map((rooms, level) => ({
  name: `down-only-${level}`,
  severity: 'error',
  comment: `${rooms.join(', ')} may import lower shelves only`,
  from: { path: `^src/(${rooms.join('|')})/` },
  to: { path: path(shelves.slice(level).flat()), pathNot: '^src/$1/' },
}));
/** Without imports of their own, so that the pages may read them as values. */
const shared = '^src/conversation/(bounds|names)[.]ts$';
const only = (name, packages, rooms) => ({
  name: `only-${name}`,
  severity: 'error',
  from: { path: '^(src|dialogs)/', pathNot: `^src/(${rooms})/` },
  to: { path: `node_modules/(${packages})(/|$)` },
});

module.exports = {
  forbidden: [
    ...downOnly,
    {
      name: 'through-the-face',
      severity: 'error',
      comment: 'other rooms are entered by their index.ts (the pages see contract.ts as types)',
      from: { path: '^src/([^/]+)', pathNot: '^src/web/' },
      to: { path: '^src/[^/]+/.', pathNot: ['^src/$1/', '^src/[^/]+/index[.]ts$', '/contract[.]ts$'] },
    },
    {
      name: 'own-face',
      severity: 'error',
      comment: 'nobody inside a room imports the room by its own face',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/$1/index[.]ts$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'dialogs-see-conversation-only',
      severity: 'error',
      from: { path: '^dialogs/' },
      to: { pathNot: ['^dialogs/', '^src/conversation/'] },
    },
    {
      name: 'pages-see-contracts-only',
      severity: 'error',
      comment: 'the pages know the contracts and the vocabulary',
      from: { path: '^src/web/' },
      to: {
        path: '^(src|dialogs)/',
        pathNot: ['^src/web/', '/contract[.]ts$', '^src/conversation/index[.]ts$', shared],
      },
    },
    {
      name: 'pages-see-types-only',
      severity: 'error',
      comment: 'and of the vocabulary its names, words and bounds',
      from: { path: '^src/web/' },
      to: { path: '^src/', pathNot: ['^src/web/', shared], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-with-the-pages',
      severity: 'error',
      comment: 'what the pages read as values brings nothing else into them',
      from: { path: shared },
      to: { pathNot: shared },
    },
    {
      name: 'who-opens-the-engine',
      severity: 'error',
      comment: 'everything else speaks to it as to any Redis',
      from: { path: '^src/', pathNot: '^src/(redis-embedded/|store/(local|salvage)[.]ts$)' },
      to: { path: '^src/redis-embedded/' },
    },
    { name: 'no-tests-in-product', severity: 'error', from: { path: '^(src|dialogs)/' }, to: { path: '^test/' } },
    only('botbuilder', 'botbuilder|botframework-[a-z]+', 'channels'),
    only('restify', 'restify', 'http'),
    only('openid-client', 'openid-client', 'access'),
    only('rate-limiter', 'rate-limiter-flexible', 'http'),
    only('ioredis', 'ioredis', 'store'),
    only('prom-client', 'prom-client', 'metrics'),
    only('natural', 'natural', 'language'),
    only('eld', 'eld', 'language'),
    only('sentiment', 'sentiment', 'sentiment'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
