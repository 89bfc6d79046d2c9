//! How output looks: colour, width, characters.

use crate::report::Style;
use anstream::AutoStream;
use anstream::ColorChoice;
use anstream::stream::RawStream;
use clap::ValueEnum;
use std::io;

/// How wide output is where nobody says and no terminal is asked.
const WIDTH: u16 = 100;

/// Less room than this is too little to draw in.
const NARROWEST: u16 = 20;

/// The flags about how output looks.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub struct Look {
    /// When to colour
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: When,
    /// How many columns to fill [default: those of the terminal, else 100]
    #[arg(long, value_name = "N", value_parser = width)]
    width: Option<u16>,
    /// Draw with ASCII characters only
    #[arg(long)]
    ascii: bool,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum When {
    /// On a terminal, unless `NO_COLOR` is set; elsewhere with `CLICOLOR_FORCE` or `FORCE_COLOR`
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Whether `FORCE_COLOR` asks for colour; `NO_COLOR` counts more.
fn is_forced() -> bool {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    set("FORCE_COLOR").is_some_and(|value| value != "0") && set("NO_COLOR").is_none()
}

fn width(text: &str) -> Result<u16, &'static str> {
    let width = text.parse().ok().filter(|width| *width >= NARROWEST);
    width.ok_or("it takes a whole number from 20")
}

impl Look {
    /// The style of standard output.
    pub fn out(&self) -> Style {
        self.style(&io::stdout())
    }

    /// The style of standard error.
    pub fn err(&self) -> Style {
        self.style(&io::stderr())
    }

    /// The style of a file.
    pub fn file(&self) -> Style {
        let color = self.color == When::Always;
        Style { color, unicode: !self.ascii, width: self.columns(false), links: false }
    }

    fn style(&self, stream: &impl RawStream) -> Style {
        let color = match self.color {
            When::Auto => is_forced() || AutoStream::choice(stream) != ColorChoice::Never,
            When::Always => true,
            When::Never => false,
        };
        let is_terminal = stream.is_terminal();
        Style { color, unicode: !self.ascii, width: self.columns(is_terminal), links: color && is_terminal }
    }

    fn columns(&self, is_terminal: bool) -> usize {
        let asked = is_terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| width.0);
        usize::from(self.width.or(asked).unwrap_or(WIDTH)).max(usize::from(NARROWEST))
    }
}
