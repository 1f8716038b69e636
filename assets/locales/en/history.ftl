proof-button = Proof of the history
proof-of = No. { $number }
proof-which = <b>Proof of the history</b>

    Of which application?
proof-none = <b>Proof of the history</b>

    You have no registered application yet: there is nothing to prove.
proof-title = <b>History of application No. { $number }</b>

    { $count ->
        [one] The file holds { $count } entry
       *[other] The file holds { $count } entries
    } about who did what to your application, and when. Keep the file: if the history is changed later, the file shows it.
proof-check = How to check (for a specialist): every entry has a SHA-256 hash of all its fields, and <code>case_prev</code> is the hash of the application’s entry before. The fields are hashed as JSON: <code>[id, case_id, kind, at, seen, what, who, prev, case_prev]</code>, where <code>what</code> is the hash of <code>[salt, details]</code>. No spaces, keys in alphabetical order, everything but ASCII as <code>\u0416</code>. <code>head</code> is the last entry of the bot’s whole history now.
command-proof = Proof of an application’s history
