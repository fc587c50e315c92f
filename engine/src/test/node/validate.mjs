// Checks a glTF file with the validator of Khronos and prints its report.
//   node validate.mjs MODULES GLB
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, glb] = process.argv.slice(2);
const validator = createRequire(join(modules, 'package.json'))('gltf-validator');
const report = await validator.validateBytes(new Uint8Array(readFileSync(glb)), { maxIssues: 0 });
process.stdout.write(JSON.stringify(report));
