// The API's description, made readable.
import { $, h } from "./dom.js";

const description = await (await fetch("/openapi.json")).json();
const schemas = description.components.schemas;
const named = (reference) => reference.split("/").at(-1);

function kind(schema) {
  if (schema.$ref) return h("a", { href: `#schema-${named(schema.$ref)}` }, named(schema.$ref));
  if (schema.anyOf) return schema.anyOf.flatMap((one, index) => (index ? [" or ", kind(one)] : [kind(one)])).flat();
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.const) return schema.const;
  if (schema.type === "array") return ["list of ", kind(schema.items)].flat();
  if (schema.additionalProperties?.type) return ["object of ", kind(schema.additionalProperties)].flat();
  return schema.type ?? "any";
}

function table(caption, rows) {
  const head = ["Name", "Kind", "What"].map((name) => h("th", { scope: "col" }, name));
  return h("table", {}, h("caption", { class: "unseen" }, caption), h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows));
}

function row(name, schema, needed, what = "") {
  return h("tr", {},
    h("th", { scope: "row" }, h("code", {}, name), needed ? "" : h("small", {}, " optional")),
    h("td", {}, kind(schema)), h("td", {}, schema.description ?? what));
}

function body(schema) {
  const fields = Object.entries(schema.properties ?? {});
  return table("Fields", fields.map(([name, field]) => row(name, field, schema.required?.includes(name))));
}

function route(path, method, told) {
  const sent = told.requestBody?.content["application/json"].schema;
  const given = told.responses["200"].content["application/json"].schema;
  const failures = Object.entries(told.responses).filter(([status]) => status !== "200");
  return h("section", {},
    h("h2", {}, h("code", {}, `${method.toUpperCase()} ${path}`)),
    h("p", {}, told.description ?? ""),
    told.parameters ? table("Parameters", told.parameters.map((one) => row(one.name, one.schema, one.required, one.description))) : "",
    h("p", {}, ...(sent ? ["Send ", kind(sent), ". "] : []), "Gives ", kind(given), "."),
    sent ? h("pre", { tabindex: "0", role: "group", "aria-label": "Example" }, example(path, sent)) : "",
    h("details", {}, h("summary", {}, "Errors"),
      h("ul", {}, failures.map(([status, why]) => h("li", {}, `${status}: ${why.description}`)))));
}

function example(path, schema) {
  const text = "Seen by Dr. Okafor on 3/12/2024 for hypertension.";
  const bodies = {
    LookupRequest: { codes: ["E11.9", "0370T"] },
    SearchRequest: { words: "broken collarbone", limit: 5 },
    BatchRequest: { notes: [{ id: "a", text }] },
    DetectBatchRequest: { notes: [{ id: "a", text }] },
  };
  const sent = JSON.stringify(bodies[named(schema.$ref)] ?? { text });
  return `curl -H 'Content-Type: application/json' ${location.origin}${path} \\\n  -d '${sent}'`;
}

$("about").textContent = description.info.description.replace(/\s+/g, " ");
$("paths").replaceChildren(
  ...Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => route(path, method, told))),
  ...Object.entries(schemas).filter(([, schema]) => schema.properties).map(([name, schema]) =>
    h("section", { id: `schema-${name}`, tabindex: "-1" },
      h("h2", {}, name), h("p", {}, schema.description ?? ""), body(schema))),
);
