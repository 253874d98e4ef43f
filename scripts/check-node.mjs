// Plain JavaScript of an old kind on purpose: it has to run on whatever Node somebody has.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `This is Node ${process.versions.node}, and CMK Recovery needs 22.12 or later: run \`npm ci\` (with install scripts allowed), which brings the right one into node_modules.`,
  );
  process.exit(1);
}
