terminal-no-case = No register has the number { $number }. A number looks like 2-65/2026-17.
terminal-state = The documents of this application cannot be recorded now; its state: { $state }.
terminal-item = The checklist has no such document, or it is recorded already: { $item }.
terminal-name = Write it like this: Ахметова А. Б.
terminal-no-officer = Nobody with the id { $user } works at { $unit }; nothing was changed. “officer list” shows who does.
terminal-cases-to = Who is to go on with them? Add --cases-to and one of: { $names }
terminal-find-unit = “offices” and the name of a town show the number of each office.
terminal-no-role = Nobody with the id { $user } has a role; nothing was changed. “officer list” shows who does.
