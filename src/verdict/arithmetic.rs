//! Arithmetic inside a sentence.
