//! Where a document belongs: the folder of its project, and the configuration that counts for it.

use crate::config::find;
use crate::config::find::FindError;
use crate::config::root::whole;
use std::path::Path;
use std::path::PathBuf;

/// The project of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Home {
    /// Its folder, absolute.
    pub folder: PathBuf,
    /// Its configuration, absolute, where there is one.
    pub config: Option<PathBuf>,
}

impl Home {
    /// The project of the file at `path` for a client that has `folders` open.
    ///
    /// # Errors
    /// A folder with two configurations.
    pub fn of(path: &Path, folders: &[PathBuf]) -> Result<Home, FindError> {
        let folder = path.parent().unwrap_or(path);
        // The folder of a file that is not saved yet may not be there yet either.
        let there = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(folder);
        let config = find::upward(there)?.map(|found| whole(there, &found));
        let opened = folders.iter().filter(|opened| path.starts_with(opened));
        let opened = opened.max_by_key(|opened| opened.components().count());
        let folder = match &config {
            Some(config) => config.parent().unwrap_or(folder),
            None => opened.map_or(folder, PathBuf::as_path),
        };
        Ok(Home { folder: folder.to_path_buf(), config })
    }

    /// The path of its configuration, or of the one that could be there.
    pub fn file(&self) -> PathBuf {
        self.config.clone().unwrap_or_else(|| self.folder.join(find::NAMES[0]))
    }
}

/// Whether a file of this name is a configuration.
pub fn is_config(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(|name| find::NAMES.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::Home;
    use std::fs;
    use tempfile::TempDir;

    #[test]
    fn the_nearest_configuration_counts_else_the_folder_that_is_open() {
        let root = TempDir::new().unwrap();
        let folder = root.path().join("desk/articles");
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("new/a.md");
        let opened = [root.path().join("desk"), root.path().to_path_buf()];
        let without = Home::of(&path, &opened).unwrap();
        assert_eq!(without, Home { folder: root.path().join("desk"), config: None });
        assert_eq!(Home::of(&path, &[]).unwrap().folder, folder.join("new"));
        fs::write(root.path().join("factlint.toml"), "").unwrap();
        let with = Home::of(&path, &opened).unwrap();
        assert_eq!(with.folder, root.path());
        assert_eq!(with.config, Some(root.path().join("factlint.toml")));
    }
}
