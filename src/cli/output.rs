//! Where findings are written and how: one format on standard output, more into files.

use crate::cli::args;
use crate::cli::failure::Failure;
use crate::cli::look::Look;
use crate::cli::out::Out;
use crate::report;
use crate::report::Format;
use crate::report::Run;
use crate::report::Style;
use crate::report::binder::Binder;
use crate::report::binder::Part;
use crate::report::summary::Summary;
use std::path::PathBuf;

/// The flags about where findings are written and how.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub struct OutputFlags {
    /// How findings are written: `full` with their sentence, `concise` a line each, `html` as a page to read, or for programs
    #[arg(long, value_name = "FORMAT", default_value = "full", value_parser = args::format(Format::ALL))]
    pub format: Format,
    /// Write findings to this file instead; with FORMAT= before it, also in that format; may be given again
    #[arg(short, long, value_name = "[FORMAT=]PATH", value_parser = destination)]
    output: Vec<Destination>,
}

/// A file with its format, where one is given.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Destination {
    format: Option<Format>,
    path: PathBuf,
}

/// Reads `[FORMAT=]PATH`; what stands before the sign and is no format belongs to the path.
fn destination(text: &str) -> Result<Destination, String> {
    let format = text.split_once('=').and_then(|(name, path)| Some((Format::named(name)?, path)));
    let (format, path) = format.map_or((None, text), |(format, path)| (Some(format), path));
    if path.is_empty() {
        return Err("it takes the path of a file".to_owned());
    }
    Ok(Destination { format, path: path.into() })
}

/// A format with the look of what it is written to.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The format.
    pub format: Format,
    /// How it looks.
    pub style: Style,
}

impl OutputFlags {
    /// The formats with the files they go to; no file is standard output.
    fn plan(&self) -> Vec<(Format, Option<PathBuf>)> {
        let is_diverted = self.output.iter().any(|one| one.format.is_none());
        let files = self.output.iter().map(|one| (one.format.unwrap_or(self.format), Some(one.path.clone())));
        let stdout = (!is_diverted).then_some((self.format, None));
        stdout.into_iter().chain(files).collect()
    }

    /// What is written, and to what.
    ///
    /// # Errors
    /// A file that cannot be made.
    pub fn open(&self, look: &Look, run: &Run) -> Result<Sinks, Failure> {
        let mut sinks = Vec::new();
        for ((format, path), target) in self.plan().into_iter().zip(self.targets(look)) {
            let mut out = path.as_deref().map_or_else(|| Ok(Out::stdout()), Out::file)?;
            out.write(&report::begin(format, run))?;
            sinks.push(Sink { target, binder: Binder::new(format), out });
        }
        Ok(Sinks { sinks })
    }

    /// What is written, and to what, in the order of [`OutputFlags::open`].
    pub fn targets(&self, look: &Look) -> Vec<Target> {
        let style = |path: &Option<PathBuf>| if path.is_none() { look.out() } else { look.file() };
        self.plan().iter().map(|(format, path)| Target { format: *format, style: style(path) }).collect()
    }

    /// Writes reports without a finding, because of `failure`, which is given back.
    pub fn blank(&self, look: &Look, failure: Failure) -> Failure {
        let run = Run::default();
        // Of two failures, the one that kept the run from beginning is the better one to tell.
        let _ = self.open(look, &run).and_then(|sinks| sinks.finish(&Summary::default()));
        failure
    }

    /// Whether people read what stands on standard output.
    pub fn is_human(&self) -> bool {
        self.format.is_human()
    }
}

/// One report in the making.
struct Sink {
    target: Target,
    binder: Binder,
    out: Out,
}

/// All reports of a run.
pub struct Sinks {
    sinks: Vec<Sink>,
}

impl Sinks {
    /// Whether nobody reads any of them.
    pub fn is_closed(&self) -> bool {
        self.sinks.iter().all(|sink| sink.out.is_closed())
    }

    /// Writes one article, in each format.
    ///
    /// # Errors
    /// Output that cannot be written.
    pub fn write(&mut self, parts: Vec<Part>) -> Result<(), Failure> {
        for (sink, part) in self.sinks.iter_mut().zip(parts) {
            sink.out.write(&sink.binder.add(part))?;
        }
        Ok(())
    }

    /// Hands over what was written so far.
    ///
    /// # Errors
    /// Output that cannot be written.
    pub fn flush(&mut self) -> Result<(), Failure> {
        self.sinks.iter_mut().try_for_each(|sink| sink.out.flush())
    }

    /// Ends each report; people get their summary elsewhere.
    ///
    /// # Errors
    /// Output that cannot be written.
    pub fn finish(mut self, summary: &Summary) -> Result<(), Failure> {
        for mut sink in self.sinks.drain(..) {
            if !sink.target.format.is_human() {
                sink.out.write(&sink.binder.end(&sink.target.style, summary))?;
            }
            sink.out.finish()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Destination;
    use super::destination;
    use crate::report::Format;

    #[track_caller]
    fn check(text: &str, format: Option<Format>, path: &str) {
        assert_eq!(destination(text), Ok(Destination { format, path: path.into() }));
    }

    #[test]
    fn a_format_stands_before_a_path() {
        check("json=a.json", Some(Format::Json), "a.json");
        check("a.json", None, "a.json");
        check("x=1/a.json", None, "x=1/a.json");
        assert!(destination("json=").is_err());
    }
}
