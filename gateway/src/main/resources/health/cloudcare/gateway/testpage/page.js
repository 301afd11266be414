"use strict";

// a field that the path names goes into the path, every other one that is filled in goes into the body
async function call(form) {
  const body = {};
  let path = form.dataset.call;
  for (const field of form.querySelectorAll("input, select")) {
    const placeholder = `{${field.name}}`;
    if (path.includes(placeholder)) {
      path = path.replace(placeholder, encodeURIComponent(field.value));
    } else if (field.value !== "") {
      body[field.name] = field.dataset.type === "number" ? Number(field.value) : field.value;
    }
  }
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  return `${answer.status} ${await answer.text()}`;
}

for (const form of document.forms) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const output = form.querySelector("output");
    output.textContent = "…";
    try {
      output.textContent = await call(form);
    } catch {
      output.textContent = "The gateway cannot be reached.";
    }
  });
}
