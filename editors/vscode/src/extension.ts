// Starts `factlint lsp` and gives it the documents it knows. All else is the server's.

import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";

const LANGUAGES = ["markdown", "mdx", "plaintext", "html", "restructuredtext", "asciidoc", "toml"];

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("factlint.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("factlint.path")) {
        void restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function restart(): Promise<void> {
  // A server that has ended already cannot be stopped, and need not be.
  await client?.stop().catch(() => undefined);
  await start();
}

async function start(): Promise<void> {
  const command = vscode.workspace.getConfiguration("factlint").get<string>("path", "factlint");
  const server: ServerOptions = { command, args: ["lsp"] };
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
  };
  client = new LanguageClient("factlint", "factlint", server, options);
  try {
    await client.start();
  } catch (error) {
    const help = "Install factlint, or name it in the setting factlint.path.";
    void vscode.window.showErrorMessage(`factlint could not be started as “${command}”: ${String(error)}. ${help}`);
  }
}
