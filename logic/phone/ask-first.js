// What was picked stands behind the # of the address. It is read here, on the phone, and sent to
// nobody: 1 or 2 says in whose words, then comes the code of the topic, then those of the questions.
"use strict";

const find = (id) => document.getElementById(id);
const picked = location.hash.slice(1);
const read = /^([12])([a-z2-7]{5}|0{5})((?:[a-z2-7]{5})*)$/.exec(picked);

if (picked) {
  find("empty").hidden = true;
  find("address").hidden = false;
  find("unknown").hidden = read !== null;
}
if (read) {
  const [, words, topic, codes] = read;
  document.documentElement.dataset.words = words === "2" ? "for-a-helper" : "own";

  for (const code of codes.match(/.{5}/g) ?? []) {
    const question = document.querySelector(`li[data-code="${code}"]`);
    if (question) find("picked").querySelector("ol").append(question.cloneNode(true));
    else find("unknown").hidden = false;
  }
  find("picked").hidden = find("picked").querySelector("li") === null;

  const about = document.querySelector(`details[data-code="${topic}"]`);
  if (about && topic !== "00000") {
    about.open = true;
    find("topic").append(about);
    find("topic").hidden = false;
  } else if (topic !== "00000") find("unknown").hidden = false;
}

// Another language shows the same, and another square opens in the same place.
for (const link of document.querySelectorAll("a.language")) link.hash = location.hash;
addEventListener("hashchange", () => location.reload());
