//! The acts that are counted, each with the verbs and nouns by which newspapers tell it.

/// The words of one act: base forms, and forms that do not follow from them.
pub type Act = &'static [&'static str];

/// Acts that have more words than one. Two words stand together where no editor would take the number of the one for another
/// than that of the other: what was sold may not be delivered yet, and who was arrested not charged, so these stand apart.
pub const ACTS: &[Act] = &[
    &["arrest", "detain", "hold", "held", "round"],
    &["charge", "prosecute", "indict"],
    &["convict", "sentence", "jail", "imprison"],
    &["pardon", "amnesty"],
    &["make", "made", "build", "built", "produce", "manufacture", "assemble", "construct", "production"],
    &["sell", "sold", "sale", "auction", "seller"],
    &["deliver", "hand"],
    &["ship", "shipment"],
    &["order"],
    &["buy", "bought", "purchase", "acquire", "acquisition"],
    &["lease", "rent"],
    &["plant"],
    &["score", "net", "hit", "strike", "struck", "scorer"],
    &["concede", "let"],
    &["win", "won", "claim", "lift", "collect", "bag", "winner"],
    &["lose", "lost", "loss"],
    &["publish", "write", "wrote", "written", "author", "pen", "publication"],
    &["release", "record", "issue", "put", "bring", "brought"],
    &["direct", "make", "made", "shoot", "shot"],
    &[
        "cut", "axe", "shed", "slash", "eliminate", "scrap", "lay", "laid", "dismiss", "sack", "lose",
        "lost", "loss",
    ],
    &["create", "add"],
    &["hire", "recruit", "take", "took", "taken"],
    &["train", "graduate", "turn"],
    &["close", "shut", "closure"],
    &["open", "launch"],
    &["refurbish", "renovate", "modernise", "modernize", "upgrade"],
    &["launch", "put", "send", "sent", "carry", "fire"],
    &["rescue", "save", "pull", "pick"],
    &["evacuate", "move"],
    &["kill", "die", "drown", "perish"],
    &["injure", "wound", "hurt"],
    &["vaccinate", "inoculate", "immunise", "immunize", "jab"],
    &["seize", "confiscate", "impound"],
    &["repair", "fix", "mend", "restore"],
    &["inspect", "check", "examine"],
    &["fine", "penalise", "penalize"],
    &["deport", "expel", "expulsion", "return"],
    &["grant", "award", "receive", "give", "gave", "given", "hand", "issue", "earn"],
    &["approve", "clear"],
    &["reject", "refuse", "deny", "refusal"],
    &["donate", "give", "gave", "given", "hand", "distribute"],
    &["disqualify", "bar", "exclude", "ban"],
    &["cull", "slaughter", "kill"],
    &["demolish", "tear", "tore", "torn", "raze", "flatten", "bulldoze", "pull", "demolition"],
    &["test", "analyse", "analyze", "screen", "analysis"],
    &["shoot", "shot", "down", "intercept"],
    &["suspend", "block", "ban", "suspension"],
    &["perform", "carry", "conduct", "do", "did", "done"],
    &["visit", "travel"],
    &["file", "lodge", "submit"],
    &["sponsor", "table", "introduce"],
    &["treat", "tend"],
    &["cancel", "scrap", "call", "cancellation"],
    &["carry", "transport"],
    &["attract", "draw", "drew", "drawn"],
];

/// Acts by which somebody has what is counted ever after: "has won 14 titles" and "has 14 titles" say the same.
pub const KEPT: &[&str] = &[
    "won", "score", "publish", "written", "wrote", "receive", "grant", "award", "release", "record",
    "direct", "compose", "paint", "design",
];

/// Verbs that tell the number of an act and are none themselves.
pub const TELLING: &[&str] = &[
    "said", "announced", "reported", "confirmed", "revealed", "recorded", "counted", "estimated", "claimed",
    "saw", "led", "resulted", "included", "includes", "including", "involved", "involving", "involves",
    "totalled", "totaled", "reached", "hit", "covered", "covering", "affected", "affecting", "concerned",
    "left", "leaves", "leaving", "numbered", "cost", "brought", "meant", "means", "ended", "faces", "faced",
    "following", "called", "put", "set", "was", "were", "is", "are", "been", "being", "made", "says",
    "exceeded", "topped", "passed", "caused", "blamed", "linked", "attributed", "registered", "logged",
    "lasted", "celebrated", "completed", "based", "rose", "risen", "climbed", "grew", "grown", "jumped",
    "increased", "doubled", "stood", "stands", "fell", "fallen", "dropped", "revised", "corrected",
    "updated", "lowered",
];

/// Words by which somebody has what is counted, whatever was done to it.
pub const HAVING: &[&str] = &[
    "has", "have", "had", "having", "employs", "employ", "operates", "operate", "runs", "run", "owns", "own",
    "keeps", "keep", "needs", "need", "fleet", "town", "city", "village", "staff", "team", "herd", "flock",
    "crew", "stock", "take", "takes", "wants", "want", "seeks", "seek", "holds",
];
