// What stands before gunicorn in production (docs/web_server.md): ends TLS, speaks HTTP/2, serves the
// uploaded files. What gunicorn says is passed on as it is: nothing is compressed or kept here.
// node proxy.mjs CERTIFICATE KEY GUNICORN'S-PORT MEDIA_ROOT; prints its port.
import fs from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import path from "node:path";

const [certificate, key, behind, media] = process.argv.slice(2);
const TYPES = {
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
};
const OF_MEDIA = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "Cache-Control": "public, max-age=86400",
};
// Between two neighbours only.
const NOT_PASSED_ON = new Set(["connection", "keep-alive", "transfer-encoding"]);

function withoutOwn(headers) {
  const passed = Object.entries(headers).filter(
    ([name]) => !name.startsWith(":") && !NOT_PASSED_ON.has(name),
  );
  return Object.fromEntries(passed);
}

function passOn(request, response) {
  const headers = withoutOwn(request.headers);
  headers.host = request.headers[":authority"] ?? request.headers.host;
  headers["x-forwarded-proto"] = "https";
  const { method, url } = request;
  // A connection of its own for each request: one that was kept gunicorn may be about to close.
  const way = { port: behind, agent: false };
  const asked = http.request({ ...way, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode, withoutOwn(answer.headers));
    answer.pipe(response);
  });
  asked.on("error", (error) => {
    console.error(`bench: ${url}: ${error.message}`);
    response.writeHead(502);
    response.end();
  });
  request.pipe(asked);
}

function sendFile(request, response) {
  const name = decodeURIComponent(request.url.slice("/media/".length));
  const file = path.resolve(media, name);
  const isBelow = (folder) => file.startsWith(folder + path.sep);
  const isHidden = isBelow(path.join(media, "documents"));
  const facts = isBelow(media) && !isHidden && fs.statSync(file, { throwIfNoEntry: false });
  if (!facts || !facts.isFile()) {
    response.writeHead(404);
    response.end();
    return;
  }
  const type = TYPES[path.extname(file)] ?? "application/octet-stream";
  const size = { "Content-Type": type, "Content-Length": facts.size };
  response.writeHead(200, { ...size, ...OF_MEDIA });
  fs.createReadStream(file).pipe(response);
}

const files = { cert: fs.readFileSync(certificate), key: fs.readFileSync(key) };
const server = http2.createSecureServer({ ...files, allowHTTP1: true }, (request, response) => {
  const answer = request.url.startsWith("/media/") ? sendFile : passOn;
  answer(request, response);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
