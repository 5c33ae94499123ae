// Verifies the badge of integrity_bench with @digitalbazaar/vc, over and over; prints CPU microseconds a verification.
// Usage: node verify.mjs BADGE CONTEXT_DIRECTORY
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import * as vc from '@digitalbazaar/vc';
import {DataIntegrityProof} from '@digitalbazaar/data-integrity';
import {cryptosuite} from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import {driver} from '@digitalbazaar/did-method-key';

const [, , badgeFile, contextDirectory] = process.argv;
const badge = JSON.parse(readFileSync(badgeFile, 'utf8'));
const contexts = new Map([
  ['https://www.w3.org/ns/credentials/v2', 'credentials-v2.jsonld'],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'ob-v3p0-3.0.3.json'],
].map(([url, file]) => [url, JSON.parse(readFileSync(join(contextDirectory, file), 'utf8'))]));

const didKey = driver();
didKey.use({multibaseMultikeyHeader: 'z6Mk', fromMultibase: Ed25519Multikey.from});
const documentLoader = async url => {
  const document = contexts.get(url) ?? (url.startsWith('did:key:') ? await didKey.get({url}) : undefined);
  if(!document) throw new Error(`not at hand: ${url}`);
  return {contextUrl: null, documentUrl: url, document};
};

async function once() {
  const suite = new DataIntegrityProof({cryptosuite});
  const result = await vc.verifyCredential({credential: badge, suite, documentLoader, now: new Date('2026-06-01')});
  if(!result.verified) throw result.error;
}

for(let i = 0; i < 100; ++i) await once();
const rounds = 400;
const before = process.cpuUsage();
for(let i = 0; i < rounds; ++i) await once();
const {user, system} = process.cpuUsage(before);
console.log(JSON.stringify({peer: '@digitalbazaar/vc', cpu_us: (user + system) / rounds}));
