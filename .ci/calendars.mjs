// Reads calendars by ical.js, and compares what it reads with what they were made of.
//
// Usage: calendars.mjs FOLDER. Beside each NAME.ics stands NAME.json: by UID, in which second of
// which year it begins and ends, in Unix time, and what it says.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";

const [folder] = process.argv.slice(2);
const read = (name, ending) => readFileSync(join(folder, `${name}.${ending}`), "utf8");

function parts(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const found = ["vevent", "vtodo"].flatMap((kind) => calendar.getAllSubcomponents(kind));
  return found.map((part) => {
    const value = (name) => part.getFirstPropertyValue(name);
    const times = [value("dtstart"), value("dtend") ?? value("due")];
    const local = times.map((time) => (time.zone === ICAL.Timezone.utcTimezone ? "" : time.zone.tzid));
    if (local.includes("floating")) throw new Error(`a zone is not known: ${value("uid")}`);
    return [value("uid"), [...times.map((time) => time.toUnixTime()), value("summary"), value("description")]];
  });
}

const names = readdirSync(folder).filter((name) => name.endsWith(".ics")).map((name) => name.slice(0, -4));
let count = 0;
const wrong = [];
for (const name of names) {
  const expected = JSON.parse(read(name, "json"));
  const found = Object.fromEntries(parts(read(name, "ics")));
  const uids = new Set([...Object.keys(expected), ...Object.keys(found)]);
  for (const uid of uids) {
    count += 1;
    const [said, meant] = [found[uid], expected[uid]].map((each) => JSON.stringify(each));
    if (said !== meant) wrong.push(`${name} ${uid}: ${said} instead of ${meant}`);
  }
}
wrong.forEach((line) => console.error(line));
console.log(`ical.js: ${count} events and to-dos of ${names.length} calendars, ${wrong.length} wrong`);
process.exit(wrong.length || !count ? 1 : 0);
