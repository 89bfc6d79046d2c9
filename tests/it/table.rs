//! The table of command lines in `tests/commands/`, with what each prints and how it ends.

#[test]
fn every_command_answers_as_the_table_says() {
    let cases = trycmd::TestCases::new();
    for variable in ["CLICOLOR_FORCE", "FORCE_COLOR"] {
        cases.env(variable, "");
    }
    cases.case("tests/commands/*.md");
}
