// Mozilla's grader, on answers that were collected: by itself it asks public hosts only, and refuses
// to grade an error. observatory.mjs PACKAGE < [{url, status, headers: [[name, value], …], body}, …]
// prints for each {score, tests: {name: result}}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.argv[2]}/`).href;
const { ALL_TESTS } = await import(`${folder}src/constants.js`);
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await import(`${folder}src/grader/charts.js`);
const { getScoreModifier } = await import(`${folder}src/grader/grader.js`);
const { parseHttpEquivHeaders } = await import(`${folder}src/retriever/utils.js`);
const { HTML_TYPES, Requests } = await import(`${folder}src/types.js`);
const { CookieJar } = createRequire(`${folder}package.json`)("tough-cookie");

function requestsOf({ url, status, headers, body }) {
  const requests = new Requests(new URL(url).hostname);
  const named = {};
  headers.forEach(([name, value]) => {
    const key = name.toLowerCase();
    if (key === "set-cookie") (named[key] ??= []).push(value);
    else named[key] = value;
  });
  const jar = new CookieJar();
  (named["set-cookie"] ?? []).forEach((cookie) => jar.setCookieSync(cookie, url));
  // It came over https; plain http led there, and no other site was asked for.
  const response = { status, headers: named, data: body, verified: true };
  const type = named["content-type"]?.split(";")[0];
  response.httpEquiv = HTML_TYPES.has(type) ? parseHttpEquivHeaders(body, url) : new Map();
  requests.responses = {
    auto: response, https: response, http: response, cors: response,
    httpRedirects: [
      { url: new URL(url.replace("https:", "http:")), status: 301 },
      { url: new URL(url), status },
    ],
    httpsRedirects: [],
  };
  requests.resources.path = body;
  requests.session = { url: new URL(url), jar };
  return requests;
}

// As its scanner/index.js counts.
function graded(answer) {
  const results = ALL_TESTS.map((test) => test(requestsOf(answer)));
  const modifiers = results.map(({ result }) => getScoreModifier(result));
  const sum = (numbers) => numbers.reduce((one, other) => one + other, 100);
  const uncurved = sum(modifiers.filter((modifier) => modifier < 0));
  return {
    score: uncurved >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(modifiers) : uncurved,
    tests: Object.fromEntries(results.map((r) => [r.constructor.name, r.result])),
  };
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(graded)));
