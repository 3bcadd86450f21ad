/// What DECSC saves and DECRC restores besides the cursor's place.
struct SavedCursor {
  var pen = PackedCell()
  /// Whether places were counted from the scroll region's beginning (DECOM).
  var hasOrigin = false
  var characterSets = CharacterSets()
}
