// Speaks with `factlint lsp` through the protocol library of Visual Studio Code, in the folder of a new project.

const { spawn } = require("node:child_process");
const { readFileSync, readdirSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");
const assert = require("node:assert");

const [program, desk] = process.argv.slice(2);
// The packages lie in the folder from which this is called.
const protocol = createRequire(join(process.cwd(), "package.json"))("vscode-languageserver-protocol/node");

async function main() {
  const server = spawn(program, ["lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise((resolve) => server.on("exit", resolve));
  const client = protocol.createProtocolConnection(server.stdout, server.stdin);
  const told = new Map();
  client.onNotification(protocol.PublishDiagnosticsNotification.type, (found) => told.get(found.uri)?.(found));
  client.listen();
  const capabilities = { general: { positionEncodings: ["utf-16"] } };
  const { capabilities: offered } = await client.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(desk).href,
    workspaceFolders: null,
    capabilities,
  });
  assert.equal(offered.positionEncoding, "utf-16");
  await client.sendNotification(protocol.InitializedNotification.type, {});
  let nFindings = 0;
  for (const name of readdirSync(join(desk, "articles"))) {
    const path = join(desk, "articles", name);
    const uri = pathToFileURL(path).href;
    const found = new Promise((resolve) => told.set(uri, resolve));
    const document = { uri, languageId: "markdown", version: 1, text: readFileSync(path, "utf8") };
    await client.sendNotification(protocol.DidOpenTextDocumentNotification.type, { textDocument: document });
    const { diagnostics } = await found;
    assert.equal(diagnostics.length > 0, name.startsWith("fails"), `${name}: ${JSON.stringify(diagnostics)}`);
    for (const { range } of diagnostics) {
      const place = { textDocument: { uri }, position: range.start };
      const hover = await client.sendRequest(protocol.HoverRequest.type, place);
      assert.equal(hover.contents.kind, "plaintext");
      nFindings += 1;
    }
  }
  await client.sendRequest(protocol.ShutdownRequest.type);
  await client.sendNotification(protocol.ExitNotification.type);
  assert.equal(await ended, 0);
  console.log(`The library of Visual Studio Code was told ${nFindings} findings.`);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
