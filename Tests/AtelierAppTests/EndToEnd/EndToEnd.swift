import Testing

/// The real binary, driven as a person or a script drives it.
///
/// One test after another: each has processes of its own, and together they would starve.
@Suite(.serialized, .timeLimit(.minutes(10))) struct EndToEnd {}
