// The direction of dependencies, as errors. The edges between features are declared in architecture.json alone.
// test/architecture.spec.ts asserts how many modules were read: a linter that reads nothing passes everything.
const features = require('./architecture.json');

const names = features.map((feature) => feature.name);
const anyFeature = `^src/(${names.join('|')})/`;
const publicFiles = '(\\.module|\\.service|\\.events)\\.ts$|^src/[^/]+/entities/[^/]+\\.ts$';
const audiences = ['learn', 'teach', 'manage'];
const specs = '\\.spec\\.tsx?$';

const undeclaredEdges = features.map((feature) => {
  const forbidden = names.filter((name) => name !== feature.name && !feature.mayUse.includes(name));
  return {
    name: `${feature.name}-uses-only-declared-features`,
    comment: `architecture.json lets ${feature.name} use: ${feature.mayUse.join(', ') || 'no other feature'}. Up: publish an event.`,
    severity: 'error',
    from: { path: `^src/${feature.name}/` },
    to: { path: `^src/(${forbidden.join('|')})/` },
  };
});

const separateAudiences = audiences.map((audience) => ({
  name: `web-${audience}-is-separate`,
  comment: 'The folders of the audiences never import each other; what two of them share lives in web/src/ui.',
  severity: 'error',
  from: { path: `^web/src/${audience}/` },
  to: { path: `^web/src/(${audiences.filter((other) => other !== audience).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-file-cycles',
      comment: 'Files that import each other in a circle can only be understood together.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-folder-cycles',
      comment: 'Features stay acyclic even where their files are.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(src|web/src)' },
      to: { circular: true },
    },
    {
      name: 'not-resolvable',
      comment: 'An import that resolves to nothing escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'src/platform is what every feature stands on.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(?!platform/)' },
    },
    {
      name: 'features-are-declared',
      comment: 'A new folder in src/ needs its line in architecture.json first.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: [anyFeature, '^src/platform/'] },
    },
    {
      name: 'only-public-files-of-a-feature',
      comment: 'From another feature import its module, services, events and entities; nothing else.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: anyFeature, pathNot: [publicFiles, '^src/$1/'] },
    },
    {
      name: 'source-imports-no-test-and-no-web',
      severity: 'error',
      comment: 'The server is built without test/ and web/. Specs beside the source may use test/support.',
      from: { path: '^src/' },
      to: { path: '^(test|web)/' },
    },
    {
      name: 'web-imports-no-server',
      comment: 'The API types of the web come only from docs/openapi.json.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|test)/' },
    },
    {
      name: 'web-offline-is-without-react',
      comment: 'Stores and the sync loop run without a screen.',
      severity: 'error',
      from: { path: '^web/src/offline/' },
      to: { path: ['(^|/)node_modules/(@types/)?(react|react-dom)/', '(^|/)node_modules/@mantine/', '^web/src/ui/'] },
    },
    ...separateAudiences,
    ...undeclaredEdges,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Specs may use test/support, which uses everything: they are no part of the structure.
    exclude: { path: ['(^|/)dist/', '^src/metadata\\.ts$', specs] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.test.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
};
