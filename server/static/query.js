// The query editor over the plain form: examples, completion from this graph's own vocabulary, errors at their position.
"use strict";

const place = document.getElementById("yasgui");
const form = document.getElementById("query-form");

const completer = (name, terms, fits) => ({
  name,
  bulk: true,
  autoShow: false,
  get: () => Promise.resolve(terms),
  isValidCompletionPosition: (editor) => {
    const token = editor.getCompleteToken();
    return token.string.length > 0 && !token.string.startsWith("?") && token.type !== "comment" && fits(editor, token);
  },
});

const isClass = (editor, token) => {
  const before = editor.getPreviousNonWsToken(editor.getDoc().getCursor().line, token);
  return before.string === "a" || before.string.endsWith("rdf:type");
};

// The server's problem says line and column; the editor marks that line until the query changes.
function showPosition(editor, problem) {
  if (!problem.line) return;
  editor.getDoc().setCursor({ line: problem.line - 1, ch: problem.column - 1 });
  editor.addLineClass(problem.line - 1, "background", "at-fault");
  editor.on("change", () => editor.eachLine((line) => editor.removeLineClass(line, "background", "at-fault")));
}

async function start() {
  const known = await (await fetch(place.dataset.vocabulary)).json();
  Yasgui.Yasqe.forkAutocompleter("class", completer("our-classes", known.classes, isClass), false);
  const isProperty = (editor, token) => !isClass(editor, token);
  Yasgui.Yasqe.forkAutocompleter("property", completer("our-properties", known.properties, isProperty), false);
  place.hidden = false;
  const box = document.getElementById("query");
  const yasgui = new Yasgui(place, {
    requestConfig: { endpoint: place.dataset.endpoint, method: "POST", headers: {} },
    endpointCatalogueOptions: { getData: () => [] },
    copyEndpointOnNewTab: true,
    populateFromUrl: false,
    persistenceId: "quipreside",
    yasqe: {
      value: box.value,
      autocompleters: ["variables", "our-classes", "our-properties"],
      createShareableLink: (editor) => `${place.dataset.endpoint}?query=${encodeURIComponent(editor.getValue())}`,
    },
    yasr: { prefixes: known.prefixes },
  });
  const tab = yasgui.getTab();
  if (tab && new URLSearchParams(location.search).has("query")) tab.setQuery(box.value);
  else if (tab && !tab.getQuery()) tab.setQuery(box.value);
  tab?.setEndpoint(place.dataset.endpoint);
  yasgui.on("queryResponse", (_, asked) => {
    const error = asked.getYasr().results?.getError();
    if (error?.text?.startsWith("{")) showPosition(asked.getYasqe(), JSON.parse(error.text));
  });
  form.hidden = true;
}

if (place && typeof Yasgui !== "undefined") start();
